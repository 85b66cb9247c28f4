package org.batonrelay.notice;

import org.batonrelay.engine.Errand;
import org.springframework.stereotype.Component;

/** The reader of a notice that was kept works again. */
@Component
class TellHeldNotice implements Errand {

    static final String NAME = "held-notice";

    private final HeldNotices held;
    private final Notices notices;

    TellHeldNotice(HeldNotices held, Notices notices) {
        this.held = held;
        this.notices = notices;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload reader, and the notice's key */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ", 2);
        held.find(part[1], Recipient.of(part[0])).ifPresent(notices::tell);
    }
}
