package org.batonrelay.chat;

import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells a colleague that they were brought into a chat, and by whom. */
@Component
class InvitationNotice implements Errand<InvitationNotice.Invitation> {

    static final ErrandName<Invitation> NAME = new ErrandName<>("chat-invitation", Invitation.class);

    record Invitation(String chat, long note, String colleague) {}

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
    public ErrandName<Invitation> name() {
        return NAME;
    }

    @Override
    public void run(Invitation told) {
        Chat chat = chats.find(told.chat()).orElseThrow();
        ChatMessage note = chats.after(chat.id(), told.note() - 1, 1).get(0);
        letters.tell(letters.notice(
                        "chat-invitation:" + told.chat() + ":" + told.note(),
                        "chat-invitation",
                        chat.lead(),
                        Holder.person(told.colleague()),
                        Map.of(
                                "who", String.valueOf(chat.known().name()),
                                "by", duty.nameOf(String.valueOf(note.author())),
                                "said", note.text(),
                                "chat", baseUrl + "/leads/" + chat.lead() + "/conversation"))
                .atOnce());
    }
}
