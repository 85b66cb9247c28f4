package org.batonrelay.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HolderTeams;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.OnHold;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks after a leg: has its holder done anything, and who hears of it when not? */
@Component
class LegWatch {

    /**
     * @param since the last thing done or the agreed next step, whichever is later
     * @param decideBy by when the managers should have decided, should they be asked now
     */
    record Look(Watch watch, Instant since, String managerGroup, Instant decideBy) {}

    private final Leads leads;
    private final Batons batons;
    private final HolderTeams teams;
    private final WrittenDeadlines deadlines;
    private final BusinessCalendar hours;
    private final List<Pause> pauses;
    private final OwedDecisions owed;
    private final LeadTasks tasks;
    private final OnHold onHold;
    private final Ledger ledger;
    private final Errands errands;
    private final Clock clock;

    LegWatch(
            Leads leads,
            Batons batons,
            HolderTeams teams,
            WrittenDeadlines deadlines,
            BusinessCalendar hours,
            List<Pause> pauses,
            OwedDecisions owed,
            LeadTasks tasks,
            OnHold onHold,
            Ledger ledger,
            Errands errands,
            Clock clock) {
        this.leads = leads;
        this.batons = batons;
        this.teams = teams;
        this.deadlines = deadlines;
        this.hours = hours;
        this.pauses = pauses;
        this.owed = owed;
        this.tasks = tasks;
        this.onHold = onHold;
        this.ledger = ledger;
        this.errands = errands;
        this.clock = clock;
    }

    Look look(LeadReference reference, String leg, @Nullable Instant remindedOf, String executionId) {
        String priority = leads.get(reference).priority().id();
        LegDeadlines written = owed.of(reference).isPresent()
                ? owed.deadlines(priority, executionId)
                : deadlines.of(leg, priority, executionId);
        Baton baton = batons.get(reference);
        // a manager who holds is not their own escalation
        LegDeadlines counting =
                teams.belongsTo(baton.holder(), written.managerGroup()) ? written.remindOnly() : written;
        String team = teams.of(baton.holder(), Leg.of(leg));
        Instant now = clock.instant();
        // what a holder cannot hurry takes nothing from their time
        boolean paused = pauses.stream().anyMatch(pause -> pause.holds(reference));
        Instant since = paused ? now : onHold.without(reference, lastMove(baton, team), team);
        Watch watch = Watch.look(counting, since, remindedOf, now, hours, team);
        // what was agreed since the task appeared counts for it as well
        tasks.dueAt(reference, date(counting.due(since, hours, team)), "qualifyLead", "workDeal");
        Instant decideBy =
                watch.says() == Watch.Says.ESCALATE ? owed.by(priority, counting.managerGroup(), executionId) : null;
        return new Look(watch, since, counting.managerGroup(), decideBy == null ? BusinessCalendar.NEVER : decideBy);
    }

    /** By when the holder should have done something for this leg, as the table has it now; null for never. */
    @Nullable
    Date dueFromNow(LeadReference reference, String executionId) {
        return due(batons.get(reference), clock.instant(), executionId);
    }

    /** The same, where a next step is agreed for a later day: counted from there. */
    @Nullable
    Date dueByNextStep(LeadReference reference, String executionId) {
        Baton baton = batons.get(reference);
        Instant moved = lastMove(baton, teams.of(baton.holder(), baton.leg()));
        Instant now = clock.instant();
        return due(baton, moved.isAfter(now) ? moved : now, executionId);
    }

    private @Nullable Date due(Baton baton, Instant since, String executionId) {
        String priority = leads.get(baton.reference()).priority().id();
        LegDeadlines written = deadlines.of(baton.leg().id(), priority, executionId);
        return date(written.due(since, hours, teams.of(baton.holder(), baton.leg())));
    }

    private static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    /** Whoever stands above the managers may decide as well, and all of them hear of it. */
    void tellNextAbove(LeadReference reference, String leg, String managerGroup, String executionId) {
        String above = owed.deadlines(leads.get(reference).priority().id(), executionId)
                .managerGroup();
        tasks.offer(reference, "unblockLeg", above);
        tasks.find(reference, "unblockLeg").ifPresent(task -> {
            ledger.append(NewEntry.of(reference, EntryType.LEG_STALLED)
                    .leg(leg)
                    .with("holder", Holder.group(managerGroup).value())
                    .with("managers", above));
            errands.later(executionId, StalledNotice.NAME, new StalledNotice.Stalled(reference, task, above, true));
            errands.later(
                    executionId, StalledNotice.NAME, new StalledNotice.Stalled(reference, task, managerGroup, true));
        });
    }

    void remind(LeadReference reference, String leg, Instant since, String executionId) {
        Baton baton = batons.get(reference);
        boolean atWork = owed.of(reference).isEmpty()
                && tasks.find(reference, "prepareBrief").isEmpty();
        boolean nothingAhead = baton.nextStepOn() == null
                || baton.nextStepOn().isBefore(hours.today(teams.of(baton.holder(), Leg.of(leg))));
        if (atWork && nothingAhead) {
            batons.raise(reference, Flag.NO_NEXT_STEP, "nothing done, and no step ahead");
        }
        LedgerEntry reminded = ledger.append(NewEntry.of(reference, EntryType.LEG_REMINDED)
                .leg(leg)
                .with("holder", baton.holder().value())
                .with("since", since.toString()));
        errands.later(executionId, QuietNotice.NAME, new QuietNotice.Quiet(reference, reminded.id()));
    }

    /** The manager's task has appeared. */
    void escalate(LeadReference reference, String leg, String managerGroup, String taskId, String executionId) {
        ledger.append(NewEntry.of(reference, EntryType.LEG_STALLED)
                .leg(leg)
                .with("holder", batons.get(reference).holder().value())
                .with("managers", managerGroup));
        errands.later(
                executionId, StalledNotice.NAME, new StalledNotice.Stalled(reference, taskId, managerGroup, false));
    }

    private Instant lastMove(Baton baton, String team) {
        LocalDate nextStep = baton.nextStepOn();
        return Stream.of(
                        baton.lastDoneAt(),
                        baton.holderSince(),
                        nextStep == null ? Instant.EPOCH : hours.opening(nextStep, team))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
