package org.batonrelay.onboarding;

import java.time.Instant;
import java.util.Date;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Promise;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Leads;
import org.batonrelay.watch.LegDeadlines;
import org.batonrelay.watch.WrittenDeadlines;
import org.springframework.stereotype.Component;

/** When a client is reminded of an item of theirs; of what is ours never. */
@Component
class ReminderTimes {

    record Times(Date first, Date second) {}

    private final WrittenDeadlines written;
    private final Leads leads;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    ReminderTimes(WrittenDeadlines written, Leads leads, AgreedDates dates, BusinessCalendar hours) {
        this.written = written;
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
        String priority = leads.get(promise.reference()).priority().id();
        return new Times(
                Date.from(first),
                LegDeadlines.timer(
                        written.of("client-item", priority, executionId).remindAt(first, hours, team)));
    }
}
