package org.batonrelay.handoff;

import org.batonrelay.baton.SharedTasks;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.RelayWentOn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who went away or came back while a lead was on hold: its tasks and its offer follow as soon as it goes on. */
@Component
class AfterHold implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("after-hold");

    private final SharedTasks tasks;
    private final AbsentReceivers receivers;
    private final Errands errands;

    AfterHold(SharedTasks tasks, AbsentReceivers receivers, Errands errands) {
        this.tasks = tasks;
        this.receivers = receivers;
        this.errands = errands;
    }

    @EventListener
    void on(RelayWentOn wentOn) {
        errands.later(null, NAME, wentOn.reference().value());
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    @Transactional
    public void run(String reference) {
        LeadReference lead = new LeadReference(reference);
        tasks.shareAllOf(lead);
        receivers.lookAgain(lead);
    }
}
