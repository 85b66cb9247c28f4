package org.batonrelay.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.baton.Leg;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.relay.Readinesses;
import org.batonrelay.watch.LegDeadlines;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a deal asks of onboarding before it is signed: who looks after the customer, and from when. */
@Component
@Transactional
class Onboarding {

    static final String GROUP = "csm";

    static final String TASK = "sayWhenReady";

    private final Readinesses readinesses;
    private final DealTerms terms;
    private final ReviewDeadlines deadlines;
    private final LeadMessages messages;
    private final LeadTasks tasks;
    private final Batons batons;
    private final AgreedDates dates;
    private final Ledger ledger;
    private final BusinessCalendar calendar;
    private final Clock clock;

    Onboarding(
            Readinesses readinesses,
            DealTerms terms,
            ReviewDeadlines deadlines,
            LeadMessages messages,
            LeadTasks tasks,
            Batons batons,
            AgreedDates dates,
            Ledger ledger,
            BusinessCalendar calendar,
            Clock clock) {
        this.readinesses = readinesses;
        this.terms = terms;
        this.deadlines = deadlines;
        this.messages = messages;
        this.tasks = tasks;
        this.batons = batons;
        this.dates = dates;
        this.ledger = ledger;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Nobody is asked twice for one customer, unless the day they named has gone by without a signature. */
    void ask(LeadReference reference, String priority, String executionId) {
        boolean said = readinesses
                .of(reference)
                .filter(it -> !it.readyOn().isBefore(calendar.today(GROUP)))
                .isPresent();
        if (said || tasks.find(reference, TASK).isPresent()) {
            return;
        }
        LegDeadlines counting = deadlines.ofReadiness(priority, executionId);
        Instant now = clock.instant();
        Instant due = counting.escalateAt(now, calendar, GROUP);
        Map<String, Object> variables = new HashMap<>();
        variables.put(ContractVariables.REMIND_AT, LegDeadlines.timer(counting.remindAt(now, calendar, GROUP)));
        variables.put(ContractVariables.SILENCE_AT, LegDeadlines.timer(due));
        variables.put(ContractVariables.MANAGER_GROUP, counting.managerGroup());
        if (due != null) {
            variables.put(ContractVariables.READINESS_DUE, Date.from(due));
        }
        messages.start(reference, "readinessAsked", variables);
    }

    /** A claim was no answer: all of onboarding may take the task again. */
    void remind(LeadReference reference) {
        tasks.release(reference, TASK);
        record(reference, EntryType.READINESS_REMINDED, "receiver", GROUP);
    }

    void reportSilence(LeadReference reference, String managerGroup) {
        record(reference, EntryType.READINESS_UNANSWERED, "managerGroup", managerGroup);
    }

    /** The usual day: when the contract is signed and the next step is done, never before today. */
    LocalDate usualDay(LeadReference reference) {
        return Stream.of(
                        calendar.today(GROUP),
                        terms.of(reference).closeOn(),
                        batons.get(reference).nextStepOn())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * @return the day that the client was told, where they have to hear of this one: it is later than that, and than
     *     the signature
     * @throws org.batonrelay.engine.Refusal when the day is past
     */
    Optional<LocalDate> say(LeadReference reference, String csm, String readyOn) {
        LocalDate day = dates.ahead("Ready from", readyOn, GROUP);
        LocalDate closeOn = terms.of(reference).closeOn();
        Optional<LocalDate> told =
                readinesses.toldAndEarlierThan(reference, day).filter(it -> closeOn == null || day.isAfter(closeOn));
        readinesses.say(reference, csm, day);
        return told;
    }

    /** However the deal ends, onboarding need not say any more; and a customer taken over is no promise any more. */
    @EventListener
    void on(LedgerEntry entry) {
        if (entry.type() == EntryType.LEG_FINISHED && Leg.DEAL.id().equals(entry.leg())) {
            messages.tellAll(entry.reference(), "dealOver");
        }
        if (entry.type() == EntryType.LEG_STARTED && Leg.ONBOARDING.id().equals(entry.leg())) {
            readinesses.forget(entry.reference());
        }
    }

    private void record(LeadReference reference, EntryType type, String name, String group) {
        ledger.append(NewEntry.of(reference, type)
                .leg(batons.get(reference).leg().id())
                .with(name, "group:" + group));
    }
}
