package org.batonrelay.mornings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.batonrelay.absence.Absences;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Notices;
import org.batonrelay.team.People;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whose morning it is, and which meetings come near. A Baton that was down at 08:30 makes up for it
 * until noon; of several nodes one has it done.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class Mornings {

    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final Duration UNTIL_NOON = Duration.ofMinutes(210);

    private final People people;
    private final Absences absences;
    private final Notices notices;
    private final BusinessCalendar calendar;
    private final MeetingEves eves;
    private final Errands errands;
    private final Clock clock;

    Mornings(
            People people,
            Absences absences,
            Notices notices,
            BusinessCalendar calendar,
            MeetingEves eves,
            Errands errands,
            Clock clock) {
        this.people = people;
        this.absences = absences;
        this.notices = notices;
        this.calendar = calendar;
        this.eves = eves;
        this.errands = errands;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void look() {
        eves.look();
        people.everybody().stream()
                .filter(person -> notices.wantsDigest(person)
                        && isMorning(people.teamOf(person))
                        && !absences.daysOff(person).test(calendar.today(people.teamOf(person))))
                .forEach(person -> errands.once(
                        TellDigest.NAME, new TellDigest.Morning(person, calendar.today(people.teamOf(person)))));
    }

    /** Only on a day on which they work. */
    private boolean isMorning(String team) {
        LocalDate today = calendar.today(team);
        Instant morning = calendar.at(today, MORNING, team);
        Instant opening = calendar.opening(today, team);
        Instant now = clock.instant();
        return !now.isBefore(morning)
                && now.isBefore(morning.plus(UNTIL_NOON))
                && LocalDate.ofInstant(opening, calendar.zone(team)).equals(today);
    }
}
