package org.batonrelay.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.watch.LegDeadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A kickoff is its meeting: whoever has agreed a time for it has nothing more to say once it is over. Until then its
 * task stays where it is, because a meeting may move or be called off.
 */
@Component
@Transactional
class KickoffEnd {

    /** Time to say that it did not take place. */
    private static final String TIME_TO_OBJECT = "P1D";

    /**
     * @param agreedFor in words, or null where no time is agreed
     * @param over when it closes by itself; never where no time is agreed, or once it was left open
     */
    record Agreed(@Nullable String agreedFor, Date over) {}

    private final Kickoffs kickoffs;
    private final ItemMeetings meetings;
    private final Promises promises;
    private final OnboardingProcess process;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Clock clock;

    KickoffEnd(
            Kickoffs kickoffs,
            ItemMeetings meetings,
            Promises promises,
            OnboardingProcess process,
            AgreedDates dates,
            BusinessCalendar hours,
            Clock clock) {
        this.kickoffs = kickoffs;
        this.meetings = meetings;
        this.promises = promises;
        this.process = process;
        this.dates = dates;
        this.hours = hours;
        this.clock = clock;
    }

    Agreed of(Promise promise) {
        Optional<Instant> agreed = kickoffs.isKickoff(promise) ? meetings.agreedFor(promise.id()) : Optional.empty();
        String team = dates.teamOf(promise.reference());
        return new Agreed(
                agreed.map(at -> WrittenDates.moment(at, hours.zone(team))).orElse(null),
                LegDeadlines.timer(agreed.map(at -> hours.due(at, TIME_TO_OBJECT, "business", team))
                        .filter(clock.instant()::isBefore)
                        .orElse(null)));
    }

    /**
     * Counts as kept, unless something promised is past its date and nobody has said what becomes of it: then the task
     * stays for a person. In one transaction with the end of the task. Whatever sets off the timer of another item closes
     * nothing.
     */
    void close(String promiseId) {
        Promise kickoff = promises.get(promiseId);
        boolean agreed =
                kickoffs.isKickoff(kickoff) && meetings.agreedFor(promiseId).isPresent();
        if (agreed
                && kickoff.state().equals("open")
                && kickoffs.undecidedBefore(kickoff).isEmpty()) {
            promises.keep(promiseId, "its meeting is over");
            process.promiseKept(kickoff);
        }
    }
}
