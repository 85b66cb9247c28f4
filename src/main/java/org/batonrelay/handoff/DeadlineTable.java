package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Decisions;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** The decision {@code handoff-deadlines}, as its latest readable version says. */
@Component
class DeadlineTable {

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

    /** Refused here, where an older version can still step in, and not later in somebody's Complete. */
    private Deadlines checked(Deadlines deadlines) {
        Instant now = clock.instant();
        for (String duration : deadlines.durations()) {
            if (!calendar.due(now, duration, deadlines.calendar(), deadlines.managerGroup())
                    .isAfter(now)) {
                throw new IllegalArgumentException("'" + duration + "' is no time at all");
            }
        }
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
