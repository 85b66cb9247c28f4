package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.ConnectException;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailedJobLogTests {

    private final Logger logger = (Logger) LoggerFactory.getLogger(FailedJobLog.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final FailedJobLog log = new FailedJobLog();

    @BeforeEach
    void listen() {
        said.start();
        logger.addAppender(said);
        logger.setAdditive(false);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(said);
        logger.setAdditive(true);
    }

    @Test
    void engineT12_tellsFailedConnectionsInOneLineEachAndWhereOnce() {
        for (int i = 0; i < 396; i++) {
            log.exceptionWhileExecutingJob("job-" + i, new IllegalStateException("no connection\nat all", refused()));
        }

        assertThat(said.list).hasSize(396);
        assertThat(withTrace()).hasSize(1);
        assertThat(said.list.get(395).getFormattedMessage())
                .contains("job-395", "no connection")
                .doesNotContain("\n");
    }

    @Test
    void tellsWhereForEachKindOfFailure() {
        log.exceptionWhileExecutingJob("a", new IllegalStateException("no connection", refused()));
        log.exceptionWhileExecutingJob("b", new IllegalArgumentException("no such lead"));
        log.exceptionWhileExecutingJob("c", new OptimisticLockingException("somebody was faster"));

        assertThat(withTrace()).hasSize(2);
        assertThat(said.list).as("a lost race is no failure").hasSize(2);
    }

    private List<ILoggingEvent> withTrace() {
        return said.list.stream().filter(it -> it.getThrowableProxy() != null).toList();
    }

    private static ConnectException refused() {
        return new ConnectException("Connection refused");
    }
}
