package org.batonrelay.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.engine.Errand;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings a client's message into the mailbox of whoever holds the lead; a plain reply to it reaches the client. */
@Component
class MessageNotice implements Errand {

    static final String NAME = "message-received";

    private final Messages messages;
    private final Leads leads;
    private final Contacts contacts;
    private final Batons batons;
    private final People people;
    private final AnswerAddresses addresses;
    private final Post post;
    private final String baseUrl;

    MessageNotice(
            Messages messages,
            Leads leads,
            Contacts contacts,
            Batons batons,
            People people,
            AnswerAddresses addresses,
            Post post,
            @Value("${baton.base-url}") String baseUrl) {
        this.messages = messages;
        this.leads = leads;
        this.contacts = contacts;
        this.batons = batons;
        this.people = people;
        this.addresses = addresses;
        this.post = post;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param messageId the message; whoever holds the lead when this runs hears of it */
    @Override
    public void run(String messageId) {
        Message message = messages.find(messageId).orElseThrow();
        String who = contacts.find(Objects.requireNonNull(message.contactId()))
                .orElseThrow()
                .name();
        for (Person reader : readers(batons.get(message.reference()).holder())) {
            post.send(letter(message, who, reader));
        }
    }

    private Letter letter(Message message, String who, Person reader) {
        return new Letter(
                NAME + ":" + message.id() + ":" + reader.id(),
                NAME,
                Locale.ENGLISH,
                reader.name(),
                Objects.requireNonNull(reader.email()),
                model(message, who),
                message.reference().value(),
                who,
                addresses.make(message, reader.id()),
                true,
                null,
                List.of());
    }

    private Map<String, Object> model(Message message, String who) {
        LeadReference reference = message.reference();
        Map<String, Object> model = new HashMap<>();
        model.put("who", who);
        model.put("reference", reference.value());
        model.put("organisation", leads.get(reference).organisation());
        model.put("subject", Objects.requireNonNullElse(message.subject(), "a message"));
        model.put("inChat", message.channel() == Channel.CHAT);
        model.put("onPage", message.channel() == Channel.PAGE);
        model.put("text", message.text());
        model.put("page", baseUrl + "/leads/" + reference);
        return model;
    }

    private List<Person> readers(Holder holder) {
        return holder.isGroup()
                ? people.addressesOf(holder.id())
                : people.person(holder.id()).filter(it -> it.email() != null).stream()
                        .toList();
    }
}
