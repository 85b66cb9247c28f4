package org.batonrelay.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan of an onboarding: what was promised, and what the decision {@code onboarding-plan} adds, phase by phase. An
 * item of the table becomes a promise like any other when its phase begins; the holder sees to it.
 */
@Component
@Transactional
class OnboardingPlan {

    private final PlanPhases phases;
    private final Promises promises;
    private final OnboardingProcess process;
    private final Leads leads;
    private final Contacts contacts;
    private final Batons batons;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Ledger ledger;
    private final Clock clock;

    OnboardingPlan(
            PlanPhases phases,
            Promises promises,
            OnboardingProcess process,
            Leads leads,
            Contacts contacts,
            Batons batons,
            AgreedDates dates,
            BusinessCalendar hours,
            Ledger ledger,
            Clock clock) {
        this.phases = phases;
        this.promises = promises;
        this.process = process;
        this.leads = leads;
        this.contacts = contacts;
        this.batons = batons;
        this.dates = dates;
        this.hours = hours;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Makes a task of everything that is open and of the phases that begin now; what has one already keeps it. */
    void plan(LeadReference reference, String onboarding, String executionId) {
        // before the items of the template, whose making is announced by itself
        promises.of(reference).stream()
                .filter(promise -> promise.state().equals("open"))
                .filter(promise -> !process.isPlanned(onboarding, promise.id()))
                .forEach(process::promiseMade);
        if (phases.of(reference).isEmpty()) {
            Lead lead = leads.get(reference);
            phases.add(
                    reference,
                    process.template(
                            lead.segment(),
                            lead.priority().id(),
                            languageOf(reference),
                            executionId,
                            rows -> PlanTemplate.of(rows, hours)));
        }
        beginDue(reference);
    }

    /** {@code en} or {@code de}: clients read the items on their page. */
    private String languageOf(LeadReference reference) {
        return contacts.main(reference)
                .map(Contact::locale)
                .orElse(Locale.ENGLISH)
                .getLanguage();
    }

    /** Begins every phase that waits for nothing any more. */
    void beginDue(LeadReference reference) {
        List<PlanPhases.Phase> known = phases.locked(reference);
        for (PlanPhases.Phase phase : known) {
            // one that has nothing left to decide lets the next one begin at once
            if (!phase.began() && isDecided(reference, phase.opensAfter())) {
                begin(reference, phase, null);
            }
        }
    }

    /**
     * Begins the phase that comes next, although what it waits for is not decided; a departure.
     *
     * @throws Refusal when no phase waits
     */
    void unlock(LeadReference reference, String why) {
        PlanPhases.Phase next = phases.locked(reference).stream()
                .filter(phase -> !phase.began())
                .findFirst()
                .orElseThrow(() -> new Refusal("No phase of the plan waits any more: everything in it has begun."));
        batons.recordDeparture(
                reference,
                "phase " + next.number() + " of the plan begun before phase " + next.opensAfter() + " was decided",
                why);
        begin(reference, next, why);
        beginDue(reference);
        batons.touch(reference);
    }

    boolean isAnythingOpen(LeadReference reference) {
        return promises.of(reference).stream()
                        .anyMatch(promise -> promise.state().equals("open"))
                || phases.of(reference).stream().anyMatch(phase -> !phase.began());
    }

    private boolean isDecided(LeadReference reference, @Nullable Integer gate) {
        if (gate == null) {
            return true;
        }
        boolean began = phases.of(reference).stream().anyMatch(it -> it.number() == gate && it.began());
        Map<String, Promise> known =
                promises.of(reference).stream().collect(Collectors.toMap(Promise::id, Function.identity()));
        return began
                && phases.items(reference).stream()
                        .filter(it -> it.phase() == gate)
                        .map(it -> Optional.ofNullable(it.promiseId()).map(known::get))
                        .allMatch(it -> it.isPresent() && !it.get().state().equals("open"));
    }

    private void begin(LeadReference reference, PlanPhases.Phase phase, @Nullable String why) {
        phases.begin(reference, phase.number());
        if (phase.opensAfter() != null) {
            ledger.append(NewEntry.of(reference, EntryType.PHASE_BEGUN)
                    .leg(batons.get(reference).leg().id())
                    .with("phase", phase.number())
                    .with("why", why));
        }
        phases.items(reference).stream()
                .filter(item -> item.phase() == phase.number())
                .forEach(item ->
                        phases.made(reference, item, make(reference, item).id()));
    }

    private Promise make(LeadReference reference, PlanPhases.Item item) {
        String team = dates.teamOf(reference);
        LocalDate due = dates.day(hours.due(clock.instant(), item.dueAfter(), "business", team), team);
        return promises.make(
                reference,
                "plan",
                null,
                item.what(),
                item.side(),
                batons.get(reference).holder().value(),
                due);
    }
}
