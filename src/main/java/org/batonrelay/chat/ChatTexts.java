package org.batonrelay.chat;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What visitors read, from the bundle {@code texts/chat}. */
@Component
class ChatTexts {

    private final MessageSource messages;

    ChatTexts(MessageSource messages) {
        this.messages = messages;
    }

    String in(Locale language, String name, Object... values) {
        return messages.getMessage("chat." + name, values, language);
    }
}
