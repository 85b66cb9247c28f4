package org.batonrelay.onboarding;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.lead.Leads;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.LegDeadlines;
import org.batonrelay.relay.Promise;
import org.springframework.stereotype.Component;

/** When a client is reminded of an item of theirs; of what is ours never. */
@Component
class ReminderTimes {

    record Times(Date first, Date second) {}

    private final Decisions decisions;
    private final Leads leads;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    ReminderTimes(Decisions decisions, Leads leads, AgreedDates dates, BusinessCalendar hours) {
        this.decisions = decisions;
        this.leads = leads;
        this.dates = dates;
        this.hours = hours;
    }

    /** When we open on the day it is due; and again after what the rule {@code client-item} of leg-deadlines says. */
    Times of(Promise promise, String executionId) {
        if (!promise.side().equals("client")) {
            return new Times(LegDeadlines.timer(null), LegDeadlines.timer(null));
        }
        String team = dates.teamOf(promise.reference());
        Instant first = hours.opening(promise.dueOn(), team);
        return new Times(
                Date.from(first),
                LegDeadlines.timer(deadlines(promise, executionId).remindAt(first, hours, team)));
    }

    private LegDeadlines deadlines(Promise promise, String executionId) {
        return decisions.decide(
                "leg-deadlines",
                Map.of(
                        "leg",
                        "client-item",
                        "priority",
                        leads.get(promise.reference()).priority().id()),
                executionId,
                outputs -> LegDeadlines.of(outputs, hours));
    }
}
