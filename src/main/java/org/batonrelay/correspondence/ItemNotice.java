package org.batonrelay.correspondence;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.batonrelay.relay.Promise;
import org.batonrelay.relay.Promises;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the client who asked for something that it is on the list, and by when: in the chat, else by mail. */
@Component
class ItemNotice implements Errand {

    static final String NAME = "item-created";

    private final Promises promises;
    private final Messages messages;
    private final Contacts contacts;
    private final Leads leads;
    private final ContactLinks links;
    private final Correspondence correspondence;
    private final HolderNames names;
    private final MessageSource texts;
    private final Post post;

    ItemNotice(
            Promises promises,
            Messages messages,
            Contacts contacts,
            Leads leads,
            ContactLinks links,
            Correspondence correspondence,
            HolderNames names,
            MessageSource texts,
            Post post) {
        this.promises = promises;
        this.messages = messages;
        this.contacts = contacts;
        this.leads = leads;
        this.links = links;
        this.correspondence = correspondence;
        this.names = names;
        this.texts = texts;
        this.post = post;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the item, and the message that asked for it */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        Promise item = promises.get(part[0]);
        Message asked = messages.find(part[1]).orElseThrow();
        contacts.find(String.valueOf(asked.contactId())).ifPresent(contact -> tell(item, asked, contact));
    }

    private void tell(Promise item, Message asked, Contact contact) {
        String due = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(contact.locale())
                .format(item.dueOn());
        if (asked.channel() == Channel.CHAT) {
            String text = texts.getMessage("item.created", new Object[] {item.what(), due}, contact.locale());
            correspondence.sent(item.reference(), contact, Channel.CHAT, text, item.owner());
        } else if (contact.email() != null && contact.reachable()) {
            post.send(letter(item, contact, due));
        }
    }

    private Letter letter(Promise item, Contact contact, String due) {
        String holder = names.ofHolder(item.reference());
        return new Letter(
                NAME + ":" + item.id() + ":" + contact.id(),
                NAME,
                contact.locale(),
                contact.name(),
                String.valueOf(contact.email()),
                Map.of(
                        "contactName", contact.name(),
                        "holderName", holder,
                        "organisation", leads.get(item.reference()).organisation(),
                        "what", item.what(),
                        "ours", item.side().equals("us"),
                        "dueOn", due,
                        "page", links.pageOf(contact)),
                item.reference().value(),
                holder,
                links.replyAddressOf(contact),
                true,
                null,
                List.of());
    }
}
