package org.batonrelay.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A summary of a lead, as it stands after what tests of other rooms are not about: the form, the mail, the answer. */
@Component
@Transactional
public class ASummary {

    private final Summaries summaries;

    ASummary(Summaries summaries) {
        this.summaries = summaries;
    }

    /** One that the main contact has confirmed. */
    public void confirmed(LeadReference lead, String situation, String nextSteps) {
        summaries.add(made(lead, situation, nextSteps, "sdr-1", Summary.Status.SENT)
                .confirm("client:anna@" + lead + ".example", Instant.now()));
    }

    /** One that this person wrote, and that is with the client. */
    public void sent(LeadReference lead, String author) {
        summaries.add(made(lead, "They build.", "Call", author, Summary.Status.SENT));
    }

    private Summary made(LeadReference lead, String situation, String nextSteps, String author, Summary.Status status) {
        return new Summary(
                UUID.randomUUID().toString(),
                lead,
                summaries.nextVersion(lead),
                status,
                "qualification",
                new Headings(situation, null, null, null, null, nextSteps),
                LocalDate.of(2099, 1, 4),
                true,
                author,
                Instant.now(),
                Instant.now(),
                null,
                null);
    }
}
