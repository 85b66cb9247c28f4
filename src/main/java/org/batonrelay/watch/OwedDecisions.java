package org.batonrelay.watch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for the managers themselves, and by when {@code leg-deadlines} wants them to decide. */
@Component
class OwedDecisions {

    /** The row of {@code leg-deadlines} that counts for them. */
    static final String MANAGERS = "managers";

    private static final String TEAM = "manager";
    private static final List<String> OWED = List.of("decideDropped", "settleReturns");

    private final LeadTasks tasks;
    private final WrittenDeadlines deadlines;
    private final BusinessCalendar hours;
    private final Clock clock;

    OwedDecisions(LeadTasks tasks, WrittenDeadlines deadlines, BusinessCalendar hours, Clock clock) {
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.hours = hours;
        this.clock = clock;
    }

    /** The kind of the open task at which the exchange of this lead waits for the managers; empty when it does not. */
    Optional<String> of(LeadReference reference) {
        return OWED.stream()
                .filter(kind -> tasks.find(reference, kind).isPresent())
                .findFirst();
    }

    /** Who owes it: whoever has claimed it, else the managers. */
    Holder by(LeadReference reference, String kind) {
        return tasks.claimant(reference, kind).map(Holder::person).orElse(Holder.group(TEAM));
    }

    LegDeadlines deadlines(String priority, String executionId) {
        return deadlines.of(MANAGERS, priority, executionId);
    }

    /** By when a decision is due that is asked for now; null for never. */
    @Nullable
    Instant by(String priority, String managerGroup, String executionId) {
        return deadlines(priority, executionId).due(clock.instant(), hours, managerGroup);
    }
}
