package org.batonrelay.relay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.lead.Facts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Marketing sees what became of its leads, and why. */
@Component
class MarketingLetters {

    private final Leads leads;
    private final Facts facts;
    private final Batons batons;
    private final People people;
    private final Post post;
    private final String baseUrl;

    MarketingLetters(
            Leads leads,
            Facts facts,
            Batons batons,
            People people,
            Post post,
            @Value("${baton.base-url}") String baseUrl) {
        this.leads = leads;
        this.facts = facts;
        this.batons = batons;
        this.people = people;
        this.post = post;
        this.baseUrl = baseUrl;
    }

    /** @param step the element that tells; a lead can be recycled more than once, so the state's moment is in the key */
    void tell(LeadReference reference, String step, @Nullable String reason) {
        Baton baton = batons.get(reference);
        for (Person reader : people.addressesOf("marketing")) {
            post.send(new Letter(
                    step + ":" + reference + ":" + baton.lastDoneAt().toEpochMilli() + ":" + reader.id(),
                    "lead-ended",
                    Locale.ENGLISH,
                    reader.name(),
                    String.valueOf(reader.email()),
                    Map.of(
                            "reference", reference.value(),
                            "organisation", leads.get(reference).organisation(),
                            "recycled", baton.state() == Baton.State.RECYCLED,
                            "reason", reason == null ? "no reason given" : reason,
                            "source", facts.of(reference).getOrDefault("source", "unknown"),
                            "campaign", facts.of(reference).getOrDefault("campaign", "unknown"),
                            "page", baseUrl + "/leads/" + reference),
                    reference.value(),
                    null,
                    null,
                    true,
                    null,
                    List.of()));
        }
    }
}
