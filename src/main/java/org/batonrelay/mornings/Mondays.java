package org.batonrelay.mornings;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errands;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then whether this week's report is due; a Baton that was down on Monday morning makes up for it. */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class Mondays {

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final BusinessCalendar calendar;
    private final Errands errands;
    private final Clock clock;

    Mondays(BusinessCalendar calendar, Errands errands, Clock clock) {
        this.calendar = calendar;
        this.errands = errands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M")
    void look() {
        LocalDate monday = calendar.today(TellDrops.MANAGERS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!clock.instant().isBefore(calendar.at(monday, MORNING, TellDrops.MANAGERS))) {
            errands.once(TellDrops.NAME, monday.toString());
        }
    }
}
