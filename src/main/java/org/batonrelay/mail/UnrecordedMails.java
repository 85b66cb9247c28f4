package org.batonrelay.mail;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the ledger told of mails that a server has taken: in the step that sends them, or, where that step was called off
 * or is gone with its node, a few seconds later by whoever finds them.
 */
@Component
@Transactional
class UnrecordedMails {

    private static final Logger LOG = LoggerFactory.getLogger(UnrecordedMails.class);
    private static final Duration LEFT_TO_ITS_STEP = Duration.ofSeconds(5);

    private final SentMails sent;
    private final ApplicationEventPublisher events;

    UnrecordedMails(SentMails sent, ApplicationEventPublisher events) {
        this.sent = sent;
        this.events = events;
    }

    /** Publishes {@link MailSent} in the caller's transaction, unless somebody has. */
    void record(String key) {
        sent.recordNow(key).ifPresent(events::publishEvent);
    }

    /** When: now and then, unless this node does no such work. */
    @Component
    @EnableScheduling
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class Round {

        private final SentMails sent;
        private final UnrecordedMails unrecorded;
        private final Clock clock;

        Round(SentMails sent, UnrecordedMails unrecorded, Clock clock) {
            this.sent = sent;
            this.unrecorded = unrecorded;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT5S")
        void look() {
            for (String key : sent.unrecordedBefore(clock.instant().minus(LEFT_TO_ITS_STEP))) {
                try {
                    unrecorded.record(key);
                } catch (RuntimeException e) {
                    LOG.debug("{} is recorded in the next round", key, e);
                }
            }
        }
    }
}
