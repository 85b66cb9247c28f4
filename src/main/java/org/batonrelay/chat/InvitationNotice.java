package org.batonrelay.chat;

import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells a colleague that they were brought into a chat, and by whom. */
@Component
class InvitationNotice implements Errand {

    static final String NAME = "chat-invitation";

    private final Chats chats;
    private final OnDuty duty;
    private final HouseLetters letters;
    private final String baseUrl;

    InvitationNotice(Chats chats, OnDuty duty, HouseLetters letters, @Value("${baton.base-url}") String baseUrl) {
        this.chats = chats;
        this.duty = duty;
        this.letters = letters;
        this.baseUrl = baseUrl;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the chat, the number of the note that says so, and the colleague */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        Chat chat = chats.find(part[0]).orElseThrow();
        ChatMessage note =
                chats.after(chat.id(), Long.parseLong(part[1]) - 1, 1).get(0);
        letters.tell(letters.notice(
                        "chat-invitation:" + part[0] + ":" + part[1],
                        "chat-invitation",
                        chat.lead(),
                        Holder.person(part[2]),
                        Map.of(
                                "who", String.valueOf(chat.known().name()),
                                "by", duty.nameOf(String.valueOf(note.author())),
                                "said", note.text(),
                                "chat", baseUrl + "/leads/" + chat.lead() + "/conversation"))
                .atOnce());
    }
}
