package org.batonrelay.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** "Noted, due …": tells a client what has become of their words, in the chat where they said them there, else by mail. */
@Component
class WordBack {

    private static final String TEMPLATE = "item-created";

    private final Contacts contacts;
    private final Leads leads;
    private final ContactLinks links;
    private final Correspondence correspondence;
    private final HolderNames names;
    private final MessageSource texts;
    private final Post post;

    WordBack(
            Contacts contacts,
            Leads leads,
            ContactLinks links,
            Correspondence correspondence,
            HolderNames names,
            MessageSource texts,
            Post post) {
        this.contacts = contacts;
        this.leads = leads;
        this.links = links;
        this.correspondence = correspondence;
        this.names = names;
        this.texts = texts;
        this.post = post;
    }

    /**
     * Call it from an {@link org.batonrelay.engine.Errand}: it speaks SMTP.
     *
     * @param key names this word for ever
     * @param what in the language of whoever asked
     * @param ours whether it is for us to do
     * @param by the user id of who says it in a chat
     */
    void created(String key, Message asked, Function<Locale, String> what, boolean ours, LocalDate dueOn, String by) {
        contacts.find(String.valueOf(asked.contactId()))
                .ifPresent(contact -> tell(key, asked, contact, what.apply(contact.locale()), ours, dueOn, by));
    }

    private void tell(
            String key, Message asked, Contact contact, String what, boolean ours, LocalDate dueOn, String by) {
        String due = WrittenDates.day(dueOn, contact.locale());
        if (asked.channel() == Channel.CHAT) {
            String text = texts.getMessage("item.created", new Object[] {what, due}, contact.locale());
            correspondence.sent(asked.reference(), contact, Channel.CHAT, text, by);
        } else if (contact.email() != null && contact.reachable()) {
            post.send(letter(key, asked, contact, what, ours, due));
        }
    }

    private Letter letter(String key, Message asked, Contact contact, String what, boolean ours, String due) {
        String holder = names.ofHolder(asked.reference());
        return new Letter(
                key + ":" + contact.id(),
                TEMPLATE,
                contact.locale(),
                contact.name(),
                String.valueOf(contact.email()),
                Map.of(
                        "contactName", contact.name(),
                        "holderName", holder,
                        "organisation", leads.shownAs(asked.reference()),
                        "what", what,
                        "ours", ours,
                        "dueOn", due,
                        "page", links.pageOf(contact)),
                asked.reference().value(),
                holder,
                links.replyAddressOf(contact),
                true,
                null,
                List.of());
    }
}
