package org.batonrelay.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Notices about a lead to people of the house: in English, automatic, to a group's address or to each of its people. */
@Component
public class HouseLetters {

    private final Leads leads;
    private final People people;
    private final Post post;
    private final String baseUrl;

    HouseLetters(Leads leads, People people, Post post, @Value("${baton.base-url}") String baseUrl) {
        this.leads = leads;
        this.people = people;
        this.post = post;
        this.baseUrl = baseUrl;
    }

    /**
     * Call it from an {@link org.batonrelay.engine.Errand}: it speaks SMTP.
     *
     * @param key names this notice for ever; each reader's mail has its own
     * @param more what the template shows beside {@code reference}, {@code organisation}, {@code reader}, {@code page}
     *     and {@code tasklist}
     */
    public void write(String key, String template, LeadReference reference, Holder to, Map<String, ?> more) {
        for (Person reader : readers(to)) {
            Map<String, Object> model = new HashMap<>(more);
            model.put("reference", reference.value());
            model.put("organisation", leads.get(reference).organisation());
            model.put("reader", reader.name());
            model.put("page", baseUrl + "/leads/" + reference);
            model.put("tasklist", baseUrl + "/camunda/app/tasklist/default/");
            post.send(new Letter(
                    key + ":" + reader.id(),
                    template,
                    Locale.ENGLISH,
                    reader.name(),
                    String.valueOf(reader.email()),
                    model,
                    reference.value(),
                    null,
                    null,
                    true,
                    null,
                    List.of()));
        }
    }

    /** The address at which Tasklist opens this task. */
    public String task(String id) {
        return baseUrl + "/camunda/app/tasklist/default/#/?task=" + id;
    }

    public String nameOf(Holder holder) {
        return holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(holder.id()).map(Person::name).orElse(holder.id());
    }

    private List<Person> readers(Holder to) {
        return to.isGroup()
                ? people.addressesOf(to.id())
                : people.person(to.id()).filter(it -> it.email() != null).stream()
                        .toList();
    }
}
