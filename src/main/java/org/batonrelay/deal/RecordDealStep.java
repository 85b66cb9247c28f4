package org.batonrelay.deal;

import java.util.UUID;
import org.batonrelay.relay.Variables;
import org.batonrelay.relay.WayBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes down what the AE decided. */
@Component
class RecordDealStep implements JavaDelegate {

    private final Deals deals;

    private final WayBack way;

    RecordDealStep(Deals deals, WayBack way) {
        this.deals = deals;
        this.way = way;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String decision = Variables.text(execution, DealVariables.DEAL_DECISION);
        way.check(execution, decision);
        execution.setVariable(DealVariables.BEGUN_BESIDE, decision);
        Variables.set(
                execution,
                deals.record(
                        Variables.reference(execution),
                        decision,
                        new Deals.Said(
                                Variables.textOrNull(execution, DealVariables.MEETING_CHANGE),
                                Variables.textOrNull(execution, DealVariables.MEETING_ON),
                                Variables.textOrNull(execution, DealVariables.TRY_AGAIN_ON),
                                Variables.textOrNull(execution, DealVariables.SEND_BACK_REASON),
                                Variables.textOrNull(execution, DealVariables.SEND_BACK_NOTE),
                                Variables.textOrNull(execution, DealVariables.FOLLOW_UP),
                                Variables.textOrNull(execution, DealVariables.NO_FOLLOW_UP_REASON),
                                new SecondContact.Person(
                                        Variables.textOrNull(execution, DealVariables.CONTACT_NAME),
                                        Variables.textOrNull(execution, DealVariables.CONTACT_EMAIL),
                                        Variables.textOrNull(execution, DealVariables.CONTACT_ROLE)),
                                Variables.textOrNull(execution, DealVariables.ONE_CONTACT_REASON),
                                Variables.textOrNull(execution, DealVariables.DEAL_VALUE),
                                Variables.textOrNull(execution, DealVariables.CLOSE_ON),
                                support(execution))));
    }

    private static SupportWanted support(DelegateExecution execution) {
        return new SupportWanted(
                UUID.randomUUID().toString(),
                Variables.reference(execution),
                Variables.textOrNull(execution, DealVariables.SUPPORT_MEETING),
                Variables.textOrNull(execution, DealVariables.SUPPORT_BY),
                Variables.textOrNull(execution, DealVariables.SUPPORT_PART),
                Variables.textOrNull(execution, DealVariables.SUPPORT_GOAL),
                Variables.textOrNull(execution, DealVariables.SUPPORT_LEAVE_OUT),
                Variables.textOrNull(execution, DealVariables.SUPPORT_MINUTES));
    }
}
