package org.batonrelay.offer;

import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.notice.Recipient;
import org.batonrelay.notice.SlackButton;
import org.springframework.stereotype.Component;

/** "Return it", beneath an offer in Slack: it needs a reason, which is asked for on the offer's page. */
@Component
class ReturnInSlack implements SlackButton {

    static final String ACTION = "return-offer";

    private final Offers offers;
    private final OfferAnswers answers;
    private final OfferLinks links;

    ReturnInSlack(Offers offers, OfferAnswers answers, OfferLinks links) {
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
        answers.obstacle(offer, person).ifPresent(sentence -> {
            throw new Refusal(sentence);
        });
        return "Please say there what is missing: " + links.pageOf(offer, Recipient.person(person));
    }
}
