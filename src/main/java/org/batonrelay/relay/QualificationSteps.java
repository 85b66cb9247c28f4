package org.batonrelay.relay;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.Variables;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens at the steps of {@code qualification.bpmn}, in the order of its picture. */
@Configuration(proxyBeanMethods = false)
class QualificationSteps {

    /** Presets the usual verdict, and nothing that was said of an earlier try. */
    @Bean
    TaskListener prepareVerdict() {
        return task -> {
            Map<String, String> preset = new HashMap<>();
            preset.put(
                    LegVariables.OUTCOME,
                    Verdict.usual(LegVariables.tries(task)).id());
            preset.put(LegVariables.TRY_AGAIN_ON, null);
            Variables.set(task, preset);
        };
    }

    /** Takes down what the call came to, in the transaction of the answer. */
    @Bean
    JavaDelegate recordVerdict(Qualification qualification) {
        return execution -> {
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
        };
    }
}
