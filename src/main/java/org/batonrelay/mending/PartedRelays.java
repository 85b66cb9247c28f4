package org.batonrelay.mending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.ledger.LeadReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The check: looks every few minutes whether every baton that has not ended can still go on. Whatever the reason is for
 * which one cannot, a manager hears of it; and no more when it can. Each lead is a transaction of its own.
 */
@Component
class PartedRelays {

    private static final Logger LOG = LoggerFactory.getLogger(PartedRelays.class);
    private static final Duration EVERY = Duration.ofMinutes(3);

    private final Life life;
    private final Mending mending;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PartedRelays(Life life, Mending mending, JdbcClient jdbc, Clock clock, TransactionTemplate transaction) {
        this.life = life;
        this.mending = mending;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A whole round. */
    void look() {
        List<Life.Parted> found = life.parted();
        Set<LeadReference> parted = found.stream().map(Life.Parted::reference).collect(Collectors.toSet());
        mending.open().stream().filter(reference -> !parted.contains(reference)).forEach(this::look);
        found.forEach(one -> look(one.reference()));
    }

    /** One lead, asked again under the lock of its baton: it may have gone on, or ended, just now. */
    void look(LeadReference reference) {
        try {
            transaction.executeWithoutResult(status -> mending.look(reference));
        } catch (RuntimeException e) {
            LOG.warn("{} could not be looked after; the next round tries again", reference, e);
        }
    }

    /** Of all nodes the first that comes to it. */
    private boolean isOurTurn() {
        Instant now = clock.instant();
        return jdbc.sql("update relay_check set looked_at = :now where id = 1 and looked_at < :before")
                        .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .param("before", OffsetDateTime.ofInstant(now.minus(EVERY.dividedBy(2)), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** When: every few minutes, unless this node does no such work. */
    @Component
    @EnableScheduling
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    static class Rounds {

        private final PartedRelays relays;

        Rounds(PartedRelays relays) {
            this.relays = relays;
        }

        @Scheduled(fixedDelayString = "PT3M", initialDelayString = "PT1M")
        void look() {
            if (relays.isOurTurn()) {
                relays.look();
            }
        }
    }
}
