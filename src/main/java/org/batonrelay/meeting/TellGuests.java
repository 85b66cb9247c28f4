package org.batonrelay.meeting;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;

/** Guests of a lead's meetings have changed: whoever is new gets what the others have, whoever is out loses it. */
@Component
class TellGuests implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("tell-guests");

    private final MeetingDiary diary;

    TellGuests(MeetingDiary diary) {
        this.diary = diary;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String reference) {
        diary.inviteGuests(new LeadReference(reference));
    }
}
