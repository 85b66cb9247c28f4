package org.batonrelay.notice;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.springframework.stereotype.Component;

/** The reader of a notice that was kept works again. */
@Component
class TellHeldNotice implements Errand<TellHeldNotice.Held> {

    static final ErrandName<Held> NAME = new ErrandName<>("held-notice", Held.class);

    record Held(String reader, String key) {}

    private final HeldNotices held;
    private final Notices notices;

    TellHeldNotice(HeldNotices held, Notices notices) {
        this.held = held;
        this.notices = notices;
    }

    @Override
    public ErrandName<Held> name() {
        return NAME;
    }

    @Override
    public void run(Held told) {
        held.find(told.key(), Recipient.of(told.reader())).ifPresent(notices::tell);
    }
}
