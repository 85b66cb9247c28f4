package org.batonrelay.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Tells people of the house, where they look and when they work. */
@Component
public class Notices {

    private final People people;
    private final Post post;

    Notices(People people, Post post) {
        this.people = people;
        this.post = post;
    }

    /**
     * Call it from an {@link org.batonrelay.engine.Errand}, which is tried again: it speaks to servers. Whoever was
     * told before is left out.
     */
    public void tell(Notice notice) {
        readers(notice.to()).forEach(reader -> write(notice, reader));
    }

    private void write(Notice notice, Person reader) {
        Map<String, Object> model = new HashMap<>(notice.model());
        model.put("reader", reader.name());
        model.putAll(notice.personal().apply(Recipient.person(reader.id())));
        post.send(new Letter(
                notice.key() + ":" + reader.id(),
                notice.template(),
                Locale.ENGLISH,
                reader.name(),
                String.valueOf(reader.email()),
                model,
                notice.reference(),
                notice.fromName(),
                notice.replyTo(),
                true,
                null,
                List.of()));
    }

    private List<Person> readers(Recipient to) {
        return to.isGroup()
                ? people.addressesOf(to.id())
                : people.person(to.id()).filter(it -> it.email() != null).stream()
                        .toList();
    }
}
