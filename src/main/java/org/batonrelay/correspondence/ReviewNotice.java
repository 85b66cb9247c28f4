package org.batonrelay.correspondence;

import java.time.LocalDate;
import org.batonrelay.engine.Errand;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the client whose words have led to a contract review that it was asked for, and by when. */
@Component
class ReviewNotice implements Errand {

    static final String NAME = "review-created";

    private final Messages messages;
    private final WordBack word;
    private final MessageSource texts;

    ReviewNotice(Messages messages, WordBack word, MessageSource texts) {
        this.messages = messages;
        this.word = word;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the message that asked for it, the day it is due, and who of us asked legal */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        Message asked = messages.find(part[0]).orElseThrow();
        word.created(
                NAME + ":" + asked.id(),
                asked,
                locale -> texts.getMessage("item.review", null, locale),
                true,
                LocalDate.parse(part[1]),
                part[2]);
    }
}
