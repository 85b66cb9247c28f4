package org.batonrelay.handoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Flag;
import org.batonrelay.engine.form.DeployedForms;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Priority;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the receiver must know. The form {@code prepare-brief-<exchange>} says what that is: its required fields; what
 * somebody has said already is not asked again. Joins the transaction of the step that asks.
 */
@Component
@Transactional
class Briefs {

    /** A required field that counts only while the flag flies; never a fact about the client. */
    private static final String PASS_REASON = HandoffVariables.PASS_REASON;

    private final DeployedForms forms;
    private final Facts facts;
    private final Batons batons;
    private final OfferLedger ledger;

    Briefs(DeployedForms forms, Facts facts, Batons batons, OfferLedger ledger) {
        this.forms = forms;
        this.facts = facts;
        this.batons = batons;
        this.ledger = ledger;
    }

    /** The fields that the giver must still fill in; none for a hand-raiser, whom nobody keeps waiting. */
    List<String> assemble(LeadReference reference, Exchange exchange, Priority priority) {
        List<String> missing = isHandRaiser(exchange, priority) ? List.of() : missing(reference, exchange);
        if (missing.isEmpty()) {
            ledger.record(reference, exchange, EntryType.HANDOFF_BRIEFED, entry -> entry.with("asked", 0));
        }
        return missing;
    }

    /** Everything the form can say, for a brief that is to be mended. */
    List<String> all(LeadReference reference, Exchange exchange) {
        boolean unanswered = isSummaryUnanswered(reference);
        return forms.fields(form(exchange)).stream()
                .filter(field -> unanswered || !field.equals(PASS_REASON))
                .toList();
    }

    /** What the form shows as known, by its fields. */
    Map<String, String> known(LeadReference reference, Exchange exchange) {
        Map<String, String> known = known(reference);
        return forms.fields(form(exchange)).stream()
                .filter(known::containsKey)
                .collect(Collectors.toMap(field -> field, known::get, (a, b) -> a, LinkedHashMap::new));
    }

    List<String> fields(Exchange exchange) {
        return forms.fields(form(exchange));
    }

    /** Keeps what the giver has said that was not known so. */
    void record(LeadReference reference, Exchange exchange, Map<String, String> said, String by) {
        Map<String, String> known = known(reference);
        List<String> news = said.keySet().stream()
                .filter(field -> !field.equals(PASS_REASON))
                .filter(field -> !Objects.equals(said.get(field), known.get(field)))
                .toList();
        news.forEach(field -> facts.say(reference, field, said.get(field), by));
        ledger.record(
                reference,
                exchange,
                EntryType.HANDOFF_BRIEFED,
                entry -> entry.with("asked", said.size()).with("said", String.join(",", news)));
    }

    private List<String> missing(LeadReference reference, Exchange exchange) {
        Map<String, String> known = known(reference);
        boolean unanswered = isSummaryUnanswered(reference);
        return forms.requiredFields(form(exchange)).stream()
                .filter(field -> field.equals(PASS_REASON) ? unanswered : !known.containsKey(field))
                .toList();
    }

    /** The agreed next step is known from the last summary, whose word is newer than any fact. */
    private Map<String, String> known(LeadReference reference) {
        Map<String, String> known = new LinkedHashMap<>(facts.of(reference));
        Baton baton = batons.get(reference);
        if (baton.nextStep() != null) {
            known.put("nextSteps", baton.nextStep());
        }
        return known;
    }

    private boolean isSummaryUnanswered(LeadReference reference) {
        return batons.get(reference).flags().contains(Flag.SUMMARY_UNANSWERED);
    }

    private static boolean isHandRaiser(Exchange exchange, Priority priority) {
        return exchange == Exchange.MARKETING_TO_SDR && priority == Priority.HIGH;
    }

    private static String form(Exchange exchange) {
        return "prepare-brief-" + exchange.id();
    }
}
