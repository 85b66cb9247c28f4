package org.batonrelay.deal;

import org.batonrelay.relay.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** With the summary of the first meeting the AE says how good it was. */
@Component
class RecordMeetingScore implements TaskListener {

    private final MeetingScores scores;

    RecordMeetingScore(MeetingScores scores) {
        this.scores = scores;
    }

    @Override
    public void notify(DelegateTask task) {
        scores.rate(
                Variables.reference(task),
                Variables.textOrNull(task, DealVariables.MEETING_UID),
                Variables.textOrNull(task, DealVariables.MEETING_SCORE));
    }
}
