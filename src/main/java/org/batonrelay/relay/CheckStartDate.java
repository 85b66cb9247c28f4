package org.batonrelay.relay;

import java.time.LocalDate;
import java.util.Optional;
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
        Optional<LocalDate> told = Optional.ofNullable(Variables.textOrNull(execution, RelayVariables.READY_ON))
                .flatMap(readyOn -> readinesses.toldAndEarlierThan(
                        Variables.reference(execution), LocalDate.parse(readyOn.substring(0, 10))));
        execution.setVariable(RelayVariables.START_LATER, told.isPresent());
        told.ifPresent(day -> execution.setVariable(RelayVariables.TOLD_START, day.toString()));
    }
}
