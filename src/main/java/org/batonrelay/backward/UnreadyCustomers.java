package org.batonrelay.backward;

import java.util.Map;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.Variables;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.SendingBack;
import org.batonrelay.relay.WayBack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customers whose onboarding cannot go on before something of the deal is put right. */
@Component
@Transactional
class UnreadyCustomers {

    private final LeadAtHand leads;
    private final SendingBack back;
    private final WayBack way;
    private final LeadMessages messages;

    UnreadyCustomers(LeadAtHand leads, SendingBack back, WayBack way, LeadMessages messages) {
        this.leads = leads;
        this.back = back;
        this.way = way;
        this.messages = messages;
    }

    /** @throws Refusal when the lead, the one who sends it back, or the reason is not right */
    LeadReference sendBack(String typed, @Nullable String reason, @Nullable String note, String by) {
        Baton baton = leads.running(typed);
        LeadReference reference = baton.reference();
        if (!leads.isHeldBy(baton, by)) {
            throw leads.unknown(reference.value());
        }
        if (baton.leg() == Leg.DEAL) {
            throw new Refusal(reference + " is in the deal: choose \"Back to the SDR\" in its task Work deal.");
        }
        back.record(reference, reason, note);
        boolean onboarding = messages.tell(
                reference,
                "customerSentBack",
                Variables.REFERENCE,
                reference.value(),
                Map.of("outcome", SendingBack.OUTCOME));
        if (!onboarding) {
            throw way.isRunning(reference, Leg.ONBOARDING)
                    ? way.notDrawn()
                    : new Refusal(
                            reference + " is not being onboarded now, so that there is no deal to give it back to. "
                                    + "An offer that nobody has taken yet is recalled first.");
        }
        return reference;
    }
}
