package org.batonrelay.correspondence;

import java.util.Optional;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.springframework.stereotype.Component;

/** Who of the client a message is from or to. */
@Component
public class Speakers {

    private static final String CLIENT = "client:";

    private final Contacts contacts;

    Speakers(Contacts contacts) {
        this.contacts = contacts;
    }

    String nameOf(Message message) {
        return contact(message)
                .map(Contact::name)
                .orElseGet(() -> message.author().replaceFirst("^" + CLIENT, ""));
    }

    public Speaker of(Message message) {
        return contact(message)
                .map(Speaker::of)
                .orElseGet(() -> Speaker.stranger("", message.author().replaceFirst("^" + CLIENT, "")));
    }

    Optional<Contact> contact(Message message) {
        return Optional.ofNullable(message.contactId()).flatMap(contacts::find);
    }
}
