package org.batonrelay.absence;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.batonrelay.engine.Errands;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the calendar of who is away read once an hour, by one of all nodes. */
@Component
@EnableScheduling
@ConditionalOnProperty("baton.absences.feed")
class FeedHours {

    private final Errands errands;
    private final Clock clock;

    FeedHours(Errands errands, Clock clock) {
        this.errands = errands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M")
    void look() {
        errands.once(
                AbsenceFeed.NAME, clock.instant().truncatedTo(ChronoUnit.HOURS).toString());
    }
}
