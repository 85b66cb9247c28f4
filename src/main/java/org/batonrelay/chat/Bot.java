package org.batonrelay.chat;

import java.util.Locale;
import java.util.Set;
import org.batonrelay.chat.Known.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks who is there: one thing at a time, understands all at once, and says kindly what is still missing. */
@Component
class Bot {

    private final ChatTexts texts;

    Bot(ChatTexts texts) {
        this.texts = texts;
    }

    /** @param says what the bot answers; null when there is nothing left to ask */
    record Turn(Known known, @Nullable String says) {}

    String hello(Locale language) {
        return texts.in(language, "bot.hello");
    }

    Turn hear(Known before, String text, Locale language) {
        Introduction told = Introduction.read(text, before);
        Known now = before.with(told, text);
        Asked next = now.missing();
        return next == null
                ? new Turn(now.asking(null), null)
                : new Turn(now.asking(next), question(now, next, told, language));
    }

    /** @param fields those that the house could not take: they are asked for again */
    Turn askAgain(Known before, Set<String> fields, Locale language) {
        Known now = before.without(fields);
        Asked next = now.missing();
        return next == null
                ? new Turn(now, null)
                : new Turn(now.asking(next), texts.in(language, "bot.again." + next.id()));
    }

    private String question(Known now, Asked next, Introduction told, Locale language) {
        if (told.brokenEmail() != null && next == Asked.EMAIL) {
            return texts.in(language, "bot.broken.email", told.brokenEmail());
        }
        if (!told.isAnswer()) {
            return texts.in(language, "bot.noted." + next.id());
        }
        String thanks = told.name() == null
                ? texts.in(language, "bot.thanks")
                : texts.in(language, "bot.thanks.name", told.name());
        return thanks + " " + texts.in(language, "bot.ask." + next.id());
    }
}
