package org.batonrelay.meeting;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever takes over a lead takes over its meetings. */
@Component
class InviteNewHolder implements Errand<String> {

    private static final ErrandName<String> NAME = ErrandName.ofText("invite-new-holder");

    private final MeetingDiary diary;
    private final Errands errands;

    InviteNewHolder(MeetingDiary diary, Errands errands) {
        this.diary = diary;
        this.errands = errands;
    }

    @EventListener
    void on(LedgerEntry entry) {
        boolean passed =
                entry.type() == EntryType.HOLDER_CHANGED && entry.detail().containsKey("from");
        if (passed
                && !String.valueOf(entry.detail().get("to")).startsWith("group:")
                && !diary.ahead(entry.reference()).isEmpty()) {
            errands.later(null, NAME, entry.reference().value());
        }
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String reference) {
        diary.inviteHolder(new LeadReference(reference));
    }
}
