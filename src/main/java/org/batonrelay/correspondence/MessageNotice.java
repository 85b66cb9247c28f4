package org.batonrelay.correspondence;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.engine.Errand;
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

    /** It answers a summary, and somebody has to say what it means. */
    static final String TO_SORT = "to-sort";

    /** Nothing but the address says who sent it. */
    static final String UNPROVEN = "unproven";

    private final Messages messages;
    private final Leads leads;
    private final Speakers speakers;
    private final Batons batons;
    private final People people;
    private final AnswerAddresses addresses;
    private final Files files;
    private final Proposals proposals;
    private final Post post;
    private final String baseUrl;

    MessageNotice(
            Messages messages,
            Leads leads,
            Speakers speakers,
            Batons batons,
            People people,
            AnswerAddresses addresses,
            Files files,
            Proposals proposals,
            Post post,
            @Value("${baton.base-url}") String baseUrl) {
        this.messages = messages;
        this.leads = leads;
        this.speakers = speakers;
        this.batons = batons;
        this.people = people;
        this.addresses = addresses;
        this.files = files;
        this.proposals = proposals;
        this.post = post;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the message, and {@link #TO_SORT}, {@link #UNPROVEN} or nothing; today's holder hears of it */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        Message message = messages.find(part[0]).orElseThrow();
        Map<String, Object> model = model(message, speakers.nameOf(message));
        model.put("toSort", payload.endsWith(TO_SORT));
        model.put("unproven", payload.endsWith(UNPROVEN));
        for (Person reader : readers(batons.get(message.reference()).holder())) {
            post.send(letter(message, model, reader));
        }
    }

    private Letter letter(Message message, Map<String, Object> model, Person reader) {
        return new Letter(
                NAME + ":" + message.id() + ":" + reader.id(),
                NAME,
                Locale.ENGLISH,
                reader.name(),
                Objects.requireNonNull(reader.email()),
                model,
                message.reference().value(),
                String.valueOf(model.get("who")),
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
        List<String> enclosed = files.of(reference).stream()
                .filter(it -> message.id().equals(it.messageId()))
                .map(it -> it.refused() == null ? it.name() : it.refused())
                .toList();
        List<String> copied = proposals.of(reference).stream()
                .filter(it -> message.id().equals(it.messageId()))
                .map(it -> it.name() + ", " + it.email())
                .toList();
        model.put("hasFiles", !enclosed.isEmpty());
        model.put("files", enclosed);
        model.put("hasPeople", !copied.isEmpty());
        model.put("people", copied);
        model.put("page", baseUrl + "/leads/" + reference);
        model.put("tasklist", baseUrl + "/camunda/app/tasklist/default/");
        return model;
    }

    private List<Person> readers(Holder holder) {
        return holder.isGroup()
                ? people.addressesOf(holder.id())
                : people.person(holder.id()).filter(it -> it.email() != null).stream()
                        .toList();
    }
}
