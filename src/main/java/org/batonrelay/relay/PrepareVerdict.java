package org.batonrelay.relay;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Presets the usual verdict, and nothing that was said of an earlier try. */
@Component
class PrepareVerdict implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        Map<String, String> preset = new HashMap<>();
        preset.put(LegVariables.OUTCOME, Verdict.usual(LegVariables.tries(task)).id());
        preset.put(LegVariables.TRY_AGAIN_ON, null);
        Variables.set(task, preset);
    }
}
