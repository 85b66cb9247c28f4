package org.batonrelay.meeting;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.LeadSentBack;
import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** No invitation outlives the relay, or the leg, it belongs to. */
@Component
class CallOffMeetings implements Errand<String> {

    private static final ErrandName<String> NAME = ErrandName.ofText("call-off-meetings");

    private final MeetingDiary diary;
    private final Errands errands;

    CallOffMeetings(MeetingDiary diary, Errands errands) {
        this.diary = diary;
        this.errands = errands;
    }

    @EventListener
    void on(RelayEnded end) {
        callOff(end.reference());
    }

    @EventListener
    void on(LeadSentBack back) {
        callOff(back.reference());
    }

    private void callOff(LeadReference reference) {
        diary.callOff(reference).forEach(meeting -> errands.later(null, NAME, meeting.uid()));
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String uid) {
        diary.tellOfCalledOff(uid);
    }
}
