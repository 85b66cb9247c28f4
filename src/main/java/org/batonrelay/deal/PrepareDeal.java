package org.batonrelay.deal;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.relay.Variables;
import org.batonrelay.relay.WayBack;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Presets the usual next decision, a further meeting, and nothing of what was filled in the last time. */
@Component
class PrepareDeal implements TaskListener {

    private static final int USUAL_MINUTES = 15;

    private final Deals deals;
    private final WayBack way;

    PrepareDeal(Deals deals, WayBack way) {
        this.deals = deals;
        this.way = way;
    }

    @Override
    public void notify(DelegateTask task) {
        Map<String, Object> preset = new HashMap<>();
        Stream.of(
                        DealVariables.MEETING_ON,
                        DealVariables.TRY_AGAIN_ON,
                        DealVariables.CONTACT_NAME,
                        DealVariables.CONTACT_EMAIL,
                        DealVariables.CONTACT_ROLE,
                        DealVariables.ONE_CONTACT_REASON,
                        DealVariables.NO_FOLLOW_UP_REASON,
                        DealVariables.SUPPORT_MEETING,
                        DealVariables.SUPPORT_BY,
                        DealVariables.SUPPORT_PART,
                        DealVariables.SUPPORT_GOAL,
                        DealVariables.SUPPORT_LEAVE_OUT)
                .filter(name -> task.getVariable(name) != null)
                .forEach(name -> preset.put(name, null));
        preset.put(DealVariables.MEETING_CHANGE, MeetingPlan.FURTHER);
        preset.put(DealVariables.FOLLOW_UP, "agreed");
        preset.put(DealVariables.SUPPORT_MINUTES, USUAL_MINUTES);
        if (!way.isDrawn(task.getExecution())) {
            preset.put(DealVariables.NO_WAY_BACK, true);
        }
        preset.put(DealVariables.DEAL_DECISION, deals.usualNext(Variables.reference(task), (@Nullable String)
                task.getVariable(DealVariables.BEGUN_BESIDE)));
        Variables.set(task, preset);
    }
}
