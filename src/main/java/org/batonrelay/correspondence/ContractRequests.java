package org.batonrelay.correspondence;

import java.time.Instant;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.deal.ReviewRequests;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contract reviews made of what a client has said; the text goes along, and they hear by when it is done. */
@Component
@Transactional
public class ContractRequests {

    private final Messages messages;
    private final ReviewRequests reviews;
    private final AgreedDates dates;
    private final Errands errands;

    ContractRequests(Messages messages, ReviewRequests reviews, AgreedDates dates, Errands errands) {
        this.messages = messages;
        this.reviews = reviews;
        this.dates = dates;
        this.errands = errands;
    }

    /**
     * @param by the user id of who asks legal
     * @throws Refusal when there is no such message of this lead, or legal cannot be asked now
     */
    public void ask(LeadReference reference, String messageId, String by) {
        Message asked = messages.find(messageId)
                .filter(message -> message.reference().equals(reference))
                .orElseThrow(() -> new Refusal("This message is not there any more. Reload the tab."));
        reviews.ask(reference, asked.text()).ifPresent(due -> later(asked, due, by));
    }

    private void later(Message asked, Instant due, String by) {
        errands.later(
                null,
                ReviewNotice.NAME,
                new ReviewNotice.Created(asked.id(), dates.day(due, dates.teamOf(asked.reference())), by));
    }
}
