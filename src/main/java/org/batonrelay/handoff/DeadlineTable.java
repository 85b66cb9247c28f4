package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.DurationOrder;
import org.batonrelay.engine.decision.Decisions;
import org.batonrelay.engine.decision.ReadsDecision;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The decision {@code handoff-deadlines}, as its latest readable version says. */
@Component
class DeadlineTable implements ReadsDecision {

    private final Decisions decisions;
    private final BusinessCalendar calendar;
    private final People people;
    private final Clock clock;

    DeadlineTable(Decisions decisions, BusinessCalendar calendar, People people, Clock clock) {
        this.decisions = decisions;
        this.calendar = calendar;
        this.people = people;
        this.clock = clock;
    }

    /** @param receiverGroup the receiver's team */
    Deadlines read(String exchange, String priority, String receiverGroup, String executionId) {
        return decisions.decide(
                "handoff-deadlines",
                Map.of("exchange", exchange, "priority", priority, "receiverGroup", receiverGroup),
                executionId,
                outputs -> checked(Deadlines.of(outputs)));
    }

    @Override
    public Set<String> decisions() {
        return Set.of("handoff-deadlines");
    }

    @Override
    public void tryRow(String decision, Map<String, @Nullable Object> outputs) {
        checked(Deadlines.of(outputs));
    }

    /** Refused here, where an older version can still step in, and not later in somebody's Complete. */
    private Deadlines checked(Deadlines deadlines) {
        Instant now = clock.instant();
        for (String duration : deadlines.durations()) {
            if (!calendar.due(now, duration, deadlines.calendar(), deadlines.managerGroup())
                    .isAfter(now)) {
                throw new IllegalArgumentException("'" + duration + "' is no time at all");
            }
        }
        DurationOrder ladder = new DurationOrder(calendar, deadlines.calendar(), deadlines.managerGroup());
        ladder.require("widenAfter", deadlines.widenAfter(), "escalateAfter", deadlines.escalateAfter());
        ladder.require("remindEvery", deadlines.remindEvery(), "dropAfter", deadlines.dropAfter());
        ladder.require("widenAfter", deadlines.widenAfter(), "dropAfter", deadlines.dropAfter());
        ladder.require("escalateAfter", deadlines.escalateAfter(), "dropAfter", deadlines.dropAfter());
        if (people.members(deadlines.managerGroup()).isEmpty()) {
            throw new IllegalArgumentException("nobody is in the manager group '" + deadlines.managerGroup() + "'");
        }
        String backup = deadlines.backupGroup();
        if (backup != null && !people.groupExists(backup)) {
            throw new IllegalArgumentException("there is no backup group '" + backup + "'");
        }
        return deadlines;
    }
}
