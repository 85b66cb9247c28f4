package org.batonrelay.relay;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes down what the call came to, in the transaction of the answer. */
@Component
class RecordVerdict implements JavaDelegate {

    private final Qualification qualification;

    RecordVerdict(Qualification qualification) {
        this.qualification = qualification;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> known = qualification.record(
                Variables.reference(execution),
                Verdict.of(Variables.text(execution, LegVariables.OUTCOME)),
                new Qualification.Said(
                        Variables.textOrNull(execution, LegVariables.MEETING_ON),
                        Variables.textOrNull(execution, LegVariables.TRY_AGAIN_ON),
                        Variables.textOrNull(execution, LegVariables.RECYCLE_ON),
                        Variables.textOrNull(execution, LegVariables.NOT_AS_ADVERTISED)),
                LegVariables.tries(execution));
        Variables.set(execution, known);
    }
}
