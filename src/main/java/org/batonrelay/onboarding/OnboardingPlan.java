package org.batonrelay.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Promises;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The plan of an onboarding: what was promised, and what the decision {@code onboarding-plan} adds. An item of the
 * template becomes a promise like any other; the holder sees to it.
 */
@Component
@Transactional
class OnboardingPlan {

    private final Promises promises;
    private final OnboardingProcess process;
    private final Leads leads;
    private final Batons batons;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Clock clock;

    OnboardingPlan(
            Promises promises,
            OnboardingProcess process,
            Leads leads,
            Batons batons,
            AgreedDates dates,
            BusinessCalendar hours,
            Clock clock) {
        this.promises = promises;
        this.process = process;
        this.leads = leads;
        this.batons = batons;
        this.dates = dates;
        this.hours = hours;
        this.clock = clock;
    }

    /** Makes a task of everything that is open; what has one already keeps it. */
    void plan(LeadReference reference, String onboarding) {
        // before the items of the template, whose making is announced by itself
        promises.of(reference).stream()
                .filter(promise -> promise.state().equals("open"))
                .filter(promise -> !process.isPlanned(onboarding, promise.id()))
                .forEach(process::promiseMade);
        template(reference).forEach(item -> add(reference, item));
    }

    boolean isAnythingOpen(LeadReference reference) {
        return promises.of(reference).stream()
                .anyMatch(promise -> promise.state().equals("open"));
    }

    private List<Map<String, Object>> template(LeadReference reference) {
        Lead lead = leads.get(reference);
        return process.template(lead.segment(), lead.priority().id());
    }

    private void add(LeadReference reference, Map<String, Object> item) {
        String team = dates.teamOf(reference);
        LocalDate due =
                dates.day(hours.due(clock.instant(), String.valueOf(item.get("dueAfter")), "business", team), team);
        promises.make(
                reference,
                null,
                String.valueOf(item.get("what")),
                String.valueOf(item.get("side")),
                batons.get(reference).holder().value(),
                due);
    }
}
