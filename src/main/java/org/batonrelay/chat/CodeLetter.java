package org.batonrelay.chat;

import java.util.List;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.springframework.stereotype.Component;

/** Sends the code that proves whose address it is. Sent again after a failure, it carries a new one. */
@Component
class CodeLetter implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("chat-code");

    private final Chats chats;
    private final Browsers browsers;
    private final Contacts contacts;
    private final Post post;

    CodeLetter(Chats chats, Browsers browsers, Contacts contacts, Post post) {
        this.chats = chats;
        this.browsers = browsers;
        this.contacts = contacts;
        this.post = post;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        Chat chat = chats.find(id).orElseThrow();
        contacts.find(String.valueOf(chat.contactId())).ifPresent(contact -> send(chat, contact));
    }

    private void send(Chat chat, Contact contact) {
        if (contact.email() == null || !contact.reachable()) {
            return;
        }
        String code = browsers.makeCode(chat);
        post.sendAsked(new Letter(
                "chat-code:" + chat.id() + ":" + Secrets.hash(chat.id() + code),
                "chat-code",
                chat.language(),
                contact.name(),
                contact.email(),
                Map.of("code", code, "name", contact.name()),
                contact.reference().value(),
                null,
                null,
                true,
                null,
                List.of()));
    }
}
