package org.batonrelay.correspondence;

import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.springframework.stereotype.Component;

/** Tells the client who asked for something that it is on the list, and by when. */
@Component
class ItemNotice implements Errand<ItemNotice.Created> {

    static final ErrandName<Created> NAME = new ErrandName<>("item-created", Created.class);

    record Created(String item, String message) {}

    private final Promises promises;
    private final Messages messages;
    private final WordBack word;

    ItemNotice(Promises promises, Messages messages, WordBack word) {
        this.promises = promises;
        this.messages = messages;
        this.word = word;
    }

    @Override
    public ErrandName<Created> name() {
        return NAME;
    }

    @Override
    public void run(Created told) {
        Promise item = promises.get(told.item());
        Message asked = messages.find(told.message()).orElseThrow();
        word.created(
                NAME + ":" + item.id(),
                asked,
                locale -> item.what(),
                item.side().equals("us"),
                item.dueOn(),
                item.owner());
    }
}
