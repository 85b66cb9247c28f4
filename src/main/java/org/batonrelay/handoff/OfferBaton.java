package org.batonrelay.handoff;

import java.util.Optional;
import org.batonrelay.relay.Exchange;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the baton out to its receiver, and works out once when what happens to the offer. */
@Component
class OfferBaton implements JavaDelegate {

    private final NewOffers offers;
    private final OfferVariables variables;

    OfferBaton(NewOffers offers, OfferVariables variables) {
        this.offers = offers;
        this.variables = variables;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Offer> offer = offers.offer(new NewOffers.Wanted(
                Variables.reference(execution),
                Exchange.of(Variables.text(execution, Variables.EXCHANGE)),
                new Holder(Variables.text(execution, HandoffVariables.RECEIVER)),
                Variables.text(execution, Variables.PRIORITY),
                Deadlines.of(Variables.text(execution, HandoffVariables.DEADLINES)),
                Receivers.names(Variables.textOrNull(execution, HandoffVariables.REFUSERS)),
                Variables.textOrNull(execution, HandoffVariables.PASS_REASON),
                execution.getId()));
        offer.ifPresentOrElse(
                made -> Variables.set(execution, variables.of(made)),
                () -> execution.setVariable(HandoffVariables.RECEIVERS, Choice.LATER));
    }
}
