package org.batonrelay.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.batonrelay.mail.InboxSettings;
import org.batonrelay.mail.InboxSetup;
import org.batonrelay.mail.MailSettings;
import org.batonrelay.mail.Understood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;

/** The mailbox is looked into again and again, whatever happens, until Baton stops. */
class InboxWatchTests {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(InboxWatch.class);

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final InboxSettings settings = Understood.inbox("127.0.0.1", 1, DataSize.ofMegabytes(1), null);
    private final InboxSetup setup = new InboxSetup(settings, new MailSettings("baton.example", null, 0, 0), null);
    private volatile RuntimeException trouble;

    private final Inbox inbox = new Inbox(setup, settings, null) {
        @Override
        public int takeAll() {
            looks.incrementAndGet();
            if (trouble != null) {
                throw trouble;
            }
            return 0;
        }
    };
    private InboxWatch watch = new InboxWatch(inbox, setup, settings);

    @BeforeEach
    void listen() {
        told.start();
        LOG.addAppender(told);
    }

    @AfterEach
    void stop() {
        watch.stop();
        LOG.detachAppender(told);
    }

    private List<String> warnings() {
        return List.copyOf(told.list).stream()
                .filter(it -> it.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private void seesTwoMore() {
        int now = looks.get();
        await().until(() -> looks.get() > now + 2);
    }

    @Test
    void tellsOfAServerThatIsGoneOnceAndGoesOnUntilItIsBack() {
        trouble = new InboxClosed("the mailbox cannot be read: connection refused", null);
        watch.start();
        seesTwoMore();
        assertThat(warnings()).singleElement().asString().contains("connection refused");

        trouble = new IllegalStateException("the database is away");
        seesTwoMore();
        assertThat(warnings()).hasSize(2);

        trouble = null;
        seesTwoMore();
        assertThat(told.list).anyMatch(it -> it.getFormattedMessage().contains("can be read again"));
    }

    @Test
    void looksNoMoreWhenItHasStopped() {
        watch.start();
        seesTwoMore();
        assertThat(watch.isRunning()).isTrue();

        watch.stop();

        int last = looks.get();
        assertThat(watch.isRunning()).isFalse();
        await().during(Duration.ofMillis(300)).until(() -> looks.get() == last);
    }

    @Test
    void saysWhenNoMailboxIsSet() {
        InboxSettings none = Understood.inbox("", 0, DataSize.ofMegabytes(1), null);
        watch = new InboxWatch(
                inbox,
                new InboxSetup(
                        none,
                        new MailSettings("baton.example", null, 0, 0),
                        new StaticListableBeanFactory().getBeanProvider(GreenMail.class)),
                none);
        watch.start();

        assertThat(watch.isRunning()).isFalse();
        assertThat(warnings()).singleElement().asString().contains("set baton.mail.inbox.host");
    }
}
