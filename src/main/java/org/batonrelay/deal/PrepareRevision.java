package org.batonrelay.deal;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Presets the way back to legal, and nothing of what was said in an earlier round. */
@Component
class PrepareRevision implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        Map<String, @Nullable Object> preset = new HashMap<>();
        preset.put(DealVariables.REVISION_DECISION, RecordContractRevision.BACK_TO_LEGAL);
        preset.put(DealVariables.REVISION_NOTE, null);
        Variables.set(task, preset);
    }
}
