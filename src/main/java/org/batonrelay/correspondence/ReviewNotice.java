package org.batonrelay.correspondence;

import java.time.LocalDate;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the client whose words have led to a contract review that it was asked for, and by when. */
@Component
class ReviewNotice implements Errand<ReviewNotice.Created> {

    static final ErrandName<Created> NAME = new ErrandName<>("review-created", Created.class);

    record Created(String message, LocalDate due, String by) {}

    private final Messages messages;
    private final WordBack word;
    private final MessageSource texts;

    ReviewNotice(Messages messages, WordBack word, MessageSource texts) {
        this.messages = messages;
        this.word = word;
        this.texts = texts;
    }

    @Override
    public ErrandName<Created> name() {
        return NAME;
    }

    @Override
    public void run(Created told) {
        Message asked = messages.find(told.message()).orElseThrow();
        word.created(
                NAME + ":" + asked.id(),
                asked,
                locale -> texts.getMessage("item.review", null, locale),
                true,
                told.due(),
                told.by());
    }
}
