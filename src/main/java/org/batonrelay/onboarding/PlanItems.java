package org.batonrelay.onboarding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of each item of the plan: kept, moved or dropped. */
@Component
@Transactional
class PlanItems {

    /** @param owner who has it on their list; the client's own items are looked after by today's holder */
    record Item(String inWords, String owner, Date due, ReminderTimes.Times reminders, KickoffEnd.Agreed kickoff) {}

    /**
     * What was said of an item on its form.
     *
     * @param alsoKept what else of the same person's is done
     */
    record Said(
            String decision,
            @Nullable String movedTo,
            @Nullable String meetingOn,
            @Nullable String reason,
            List<String> alsoKept) {}

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Promises promises;
    private final Batons batons;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final ItemMeetings meetings;
    private final Kickoffs kickoffs;
    private final ReminderTimes reminders;
    private final KickoffEnd end;
    private final TickedItems ticked;

    PlanItems(
            Promises promises,
            Batons batons,
            AgreedDates dates,
            BusinessCalendar hours,
            ItemMeetings meetings,
            Kickoffs kickoffs,
            ReminderTimes reminders,
            KickoffEnd end,
            TickedItems ticked) {
        this.promises = promises;
        this.batons = batons;
        this.dates = dates;
        this.hours = hours;
        this.meetings = meetings;
        this.kickoffs = kickoffs;
        this.reminders = reminders;
        this.end = end;
        this.ticked = ticked;
    }

    Item get(String promiseId, String executionId) {
        Promise promise = promises.get(promiseId);
        String team = dates.teamOf(promise.reference());
        boolean theirs = promise.side().equals("client");
        return new Item(
                promise.what() + " (" + (theirs ? "the client does it, you see to it" : "we do it") + ", by "
                        + WrittenDates.day(promise.dueOn()) + ")",
                theirs ? batons.get(promise.reference()).holder().value() : promise.owner(),
                Date.from(hours.at(promise.dueOn(), END_OF_DAY, team)),
                reminders.of(promise, executionId),
                end.of(promise));
    }

    /** @throws Refusal when it is moved to no date or a past one, or done before its time */
    void settle(String promiseId, Said said) {
        Promise promise = promises.get(promiseId);
        String why = said.reason() == null ? "" : said.reason();
        switch (said.decision()) {
            case "kept" -> keep(promise, said.alsoKept());
            case "dropped" -> {
                promises.drop(promiseId, why);
                meetings.callOff(promise);
            }
            case "moved" -> {
                LocalDate to = dates.ahead("New date", said.movedTo(), dates.teamOf(promise.reference()));
                promises.move(promiseId, to, why);
                meetings.callOff(promise);
            }
            case "meeting" -> meet(promise, said.meetingOn());
            default ->
                throw new Refusal(
                        "'" + said.decision() + "' is no decision: choose kept, a meeting, moved or dropped.");
        }
        batons.touch(promise.reference());
    }

    /** The kickoff last: it may wait for the others. */
    private void keep(Promise promise, List<String> alsoKept) {
        if (promise.state().equals("kept")) {
            // ticked on another item's form, which has taken it down
            return;
        }
        List<Promise> also = ticked.with(promise, alsoKept);
        Stream.concat(Stream.of(promise), also.stream())
                .sorted(Comparator.comparing(kickoffs::isKickoff))
                .forEach(it -> {
                    kickoffs.requireEverythingDecided(it);
                    promises.keep(it.id());
                });
        also.forEach(ticked::done);
    }

    /** The item is due on the day of its meeting. */
    private void meet(Promise promise, @Nullable String meetingOn) {
        String team = dates.teamOf(promise.reference());
        Instant at = dates.timeAhead("Meeting", meetingOn, team);
        if (!meetings.agree(promise, at)) {
            return;
        }
        LocalDate day = dates.day(at, team);
        if (!day.equals(promise.dueOn())) {
            promises.move(promise.id(), day, "meeting agreed");
        }
        batons.agreeNextStep(promise.reference(), promise.what(), day);
    }
}
