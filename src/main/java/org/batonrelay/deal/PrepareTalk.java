package org.batonrelay.deal;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Behind a meeting the form asks whether it took place; usually it did. */
@Component
class PrepareTalk implements TaskListener {

    private final MeetingPlan plan;
    private final MeetingScores scores;

    PrepareTalk(MeetingPlan plan, MeetingScores scores) {
        this.plan = plan;
        this.scores = scores;
    }

    @Override
    public void notify(DelegateTask task) {
        String uid = (@Nullable String) task.getVariable(DealVariables.MEETING_UID);
        task.setVariable(DealVariables.MEETING_OUTCOME, "held");
        task.setVariable(DealVariables.NEW_MEETING_ON, null);
        task.setVariable(DealVariables.ASK_SCORE, scores.isWanted(uid));
        task.setVariable(DealVariables.MEETING_SCORE, null);
        task.setVariable(DealVariables.TIMES_LEFT, uid == null ? 0 : plan.timesLeft(uid));
    }
}
