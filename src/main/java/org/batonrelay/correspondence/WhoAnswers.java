package org.batonrelay.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.springframework.stereotype.Component;

/** A line to a client who has asked an earlier contact of theirs: who answers now. */
@Component
public class WhoAnswers implements Errand<WhoAnswers.Misdirected> {

    public static final ErrandName<Misdirected> NAME = new ErrandName<>("who-answers", Misdirected.class);

    public record Misdirected(String message, String asked) {}

    private final Messages messages;
    private final Contacts contacts;
    private final Leads leads;
    private final ContactLinks links;
    private final HolderNames names;
    private final Batons batons;
    private final AgreedDates dates;
    private final Post post;

    WhoAnswers(
            Messages messages,
            Contacts contacts,
            Leads leads,
            ContactLinks links,
            HolderNames names,
            Batons batons,
            AgreedDates dates,
            Post post) {
        this.messages = messages;
        this.contacts = contacts;
        this.leads = leads;
        this.links = links;
        this.names = names;
        this.batons = batons;
        this.dates = dates;
        this.post = post;
    }

    @Override
    public ErrandName<Misdirected> name() {
        return NAME;
    }

    @Override
    public void run(Misdirected told) {
        Message message = messages.find(told.message()).orElseThrow();
        contacts.find(Objects.requireNonNull(message.contactId()))
                .filter(it -> it.email() != null && it.reachable())
                .ifPresent(contact -> post.send(letter(message, contact, told.asked())));
    }

    /** Automatic: a client's own automatic answer to it must not come back as a question. */
    private Letter letter(Message message, Contact contact, String asked) {
        LocalDate day = dates.day(message.at(), dates.teamOf(message.reference()));
        String holder = names.ofHolder(message.reference());
        return new Letter(
                // told once a day: whoever writes on to somebody's old address knows by then
                String.join(
                        ":",
                        NAME.value(),
                        contact.id(),
                        asked,
                        batons.get(message.reference()).holder().value(),
                        day.toString()),
                NAME.value(),
                contact.locale(),
                contact.name(),
                String.valueOf(contact.email()),
                Map.of(
                        "contactName",
                        contact.name(),
                        "asked",
                        names.of(asked),
                        "holderName",
                        holder,
                        "organisation",
                        leads.shownAs(message.reference()),
                        "page",
                        links.pageOf(contact)),
                message.reference().value(),
                holder,
                links.replyAddressOf(contact),
                true,
                null,
                List.of());
    }
}
