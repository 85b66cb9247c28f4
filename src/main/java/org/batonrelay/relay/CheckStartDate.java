package org.batonrelay.relay;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Whether operations are ready later than the client was told. */
@Component
class CheckStartDate implements ExecutionListener {

    private final Readinesses readinesses;

    CheckStartDate(Readinesses readinesses) {
        this.readinesses = readinesses;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String readyOn = Variables.textOrNull(execution, RelayVariables.READY_ON);
        execution.setVariable(
                RelayVariables.START_LATER,
                readyOn != null
                        && readinesses.isLaterThanAgreed(
                                Variables.reference(execution), LocalDate.parse(readyOn.substring(0, 10))));
    }
}
