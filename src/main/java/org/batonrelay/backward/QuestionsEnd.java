package org.batonrelay.backward;

import org.batonrelay.relay.RelayEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A lead that has come to rest asks nobody any more: its questions are withdrawn, and the ones asked hear of it once. */
@Component
class QuestionsEnd {

    private final CallBacks callBacks;
    private final CallBackNotices notices;
    private final BackwardProcess process;

    QuestionsEnd(CallBacks callBacks, CallBackNotices notices, BackwardProcess process) {
        this.callBacks = callBacks;
        this.notices = notices;
        this.process = process;
    }

    @EventListener
    void on(RelayEnded ended) {
        callBacks.of(ended.reference()).stream().filter(CallBack::isOpen).forEach(open -> {
            callBacks.settle(open.id(), CallBack.State.WITHDRAWN, null, null);
            notices.later(null, CallBackNotices.Kind.WITHDRAWN, open);
        });
        process.withdrawQuestions(ended.reference());
    }
}
