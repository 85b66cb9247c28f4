package org.batonrelay.offer;

import java.util.Map;
import org.batonrelay.baton.Exchange;
import org.batonrelay.handoff.HandoffVariables;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.notice.Recipient;
import org.batonrelay.notice.SlackButton;
import org.springframework.stereotype.Component;

/** "I take the baton", beneath an offer in Slack. */
@Component
class AcceptInSlack implements SlackButton {

    static final String ACTION = "accept-offer";

    private final Offers offers;
    private final OfferAnswers answers;
    private final OfferLinks links;

    AcceptInSlack(Offers offers, OfferAnswers answers, OfferLinks links) {
        this.offers = offers;
        this.answers = answers;
        this.links = links;
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public String pressed(String person, String offerId) {
        Offer offer = offers.find(offerId).orElseThrow();
        if (offer.isOpen() && offer.exchange() == Exchange.AE_TO_CSM && answers.isOfferedTo(offer, person)) {
            return "From when is your team ready to start? Please say so here: "
                    + links.pageOf(offer, Recipient.person(person));
        }
        answers.give(offer, person, Map.of(HandoffVariables.DECISION, "accept"));
        return "You have taken it: the baton is yours.";
    }
}
