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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a client is reminded of an item of theirs; of what is ours never. */
@Component
class ReminderTimes {

    record Times(Date first, Date second) {}

    /** A timer needs some date; this one is never. */
    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

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
            return new Times(NEVER, NEVER);
        }
        String team = dates.teamOf(promise.reference());
        Instant first = hours.opening(promise.dueOn(), team);
        @Nullable Instant second = deadlines(promise, executionId).remindAt(first, hours, team);
        return new Times(Date.from(first), second == null ? NEVER : Date.from(second));
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
