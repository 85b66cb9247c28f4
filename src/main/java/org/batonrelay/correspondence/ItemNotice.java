package org.batonrelay.correspondence;

import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.engine.Errand;
import org.springframework.stereotype.Component;

/** Tells the client who asked for something that it is on the list, and by when. */
@Component
class ItemNotice implements Errand {

    static final String NAME = "item-created";

    private final Promises promises;
    private final Messages messages;
    private final WordBack word;

    ItemNotice(Promises promises, Messages messages, WordBack word) {
        this.promises = promises;
        this.messages = messages;
        this.word = word;
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
        word.created(
                NAME + ":" + item.id(),
                asked,
                locale -> item.what(),
                item.side().equals("us"),
                item.dueOn(),
                item.owner());
    }
}
