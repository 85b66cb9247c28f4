package org.batonrelay.relay;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells today's holder that the client has got in touch again. */
@Component
class TouchNotice implements Errand {

    private final Batons batons;
    private final Leads leads;
    private final Ledger ledger;
    private final People people;
    private final Post post;
    private final Errands errands;
    private final String baseUrl;

    TouchNotice(
            Batons batons,
            Leads leads,
            Ledger ledger,
            People people,
            Post post,
            Errands errands,
            @Value("${baton.base-url}") String baseUrl) {
        this.batons = batons;
        this.leads = leads;
        this.ledger = ledger;
        this.people = people;
        this.post = post;
        this.errands = errands;
        this.baseUrl = baseUrl;
    }

    @EventListener
    void on(LedgerEntry entry) {
        if (entry.type() == EntryType.LEAD_JOINED) {
            errands.later(null, name(), entry.reference() + " " + entry.id());
        }
    }

    @Override
    public String name() {
        return "touch-notice";
    }

    @Override
    public void run(String payload) {
        LeadReference reference = new LeadReference(payload.split(" ")[0]);
        long id = Long.parseLong(payload.split(" ")[1]);
        LedgerEntry entry = ledger.of(reference).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow();
        Holder holder = batons.get(reference).holder();
        List<Person> readers = holder.isGroup()
                ? people.addressesOf(holder.id())
                : people.person(holder.id()).stream().toList();
        for (Person reader : readers) {
            post.send(new Letter(
                    "touched:" + id + ":" + reader.id(),
                    "lead-touched",
                    Locale.ENGLISH,
                    reader.name(),
                    String.valueOf(reader.email()),
                    Map.of(
                            "reference", reference.value(),
                            "organisation", leads.get(reference).organisation(),
                            "who",
                                    entry.detail()
                                            .getOrDefault("name", entry.detail().getOrDefault("contact", "a contact")),
                            "message", entry.detail().getOrDefault("message", ""),
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
