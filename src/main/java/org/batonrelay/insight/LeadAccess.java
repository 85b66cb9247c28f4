package org.batonrelay.insight;

import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Leg;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** What whoever is logged in may do with a lead; a lead that they may not see is not there. */
@Component
public class LeadAccess {

    private final LeadSight sight;
    private final Batons batons;
    private final Correspondence correspondence;
    private final SharedFields shared;

    LeadAccess(LeadSight sight, Batons batons, Correspondence correspondence, SharedFields shared) {
        this.sight = sight;
        this.batons = batons;
        this.correspondence = correspondence;
        this.shared = shared;
    }

    LeadReference seen(String reference, Authentication login) {
        if (!LeadReference.isOne(reference) || !sight.sees(Viewer.of(login), new LeadReference(reference))) {
            throw LeadsApi.notFound();
        }
        return new LeadReference(reference);
    }

    /** @param field by its name in the decision {@code partner-sharing} */
    LeadReference shared(String reference, String field, Authentication login) {
        LeadReference lead = seen(reference, login);
        if (!shows(lead, field, login)) {
            throw LeadsApi.notFound();
        }
        return lead;
    }

    boolean shows(LeadReference lead, String field, Authentication login) {
        return shared.with(login.getName(), lead).shows(field);
    }

    /** A group's lead is held by each of its people. */
    LeadReference held(String reference, Authentication login) {
        Baton baton = batons.get(seen(reference, login));
        if (!Viewer.of(login).holders().contains(baton.holder().value())) {
            throw refused(HttpStatus.FORBIDDEN, "Only whoever holds the lead can do this. Write a note instead.");
        }
        requireOpen(baton);
        return baton.reference();
    }

    /** @throws Refusal when its contract is not worked on now, before the deal or after it */
    void requireDeal(LeadReference lead) {
        Baton baton = batons.get(lead);
        requireOpen(baton);
        if (baton.leg() != Leg.DEAL) {
            throw new Refusal("A file becomes the contract only while the lead is in the deal.");
        }
    }

    private static void requireOpen(Baton baton) {
        if (baton.state() == Baton.State.FINISHED || baton.state() == Baton.State.CLOSED) {
            throw new Refusal("The lead is " + baton.state().id() + "; nothing is done for it any more.");
        }
    }

    /** @throws Refusal when the message is another lead's */
    void requireMessage(LeadReference lead, @Nullable String messageId) {
        boolean known = messageId == null
                || correspondence
                        .find(messageId)
                        .filter(message -> message.reference().equals(lead))
                        .isPresent();
        if (!known) {
            throw new Refusal("This message is not there any more. Reload the tab.");
        }
    }

    public static ErrorResponseException refused(HttpStatus status, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        return new ErrorResponseException(status, problem, null);
    }
}
