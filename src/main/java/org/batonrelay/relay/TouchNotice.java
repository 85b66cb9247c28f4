package org.batonrelay.relay;

import java.util.List;
import java.util.Map;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.ReaderToday;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.MailedLead;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells today's holder that the client has got in touch again. */
@Component
class TouchNotice implements Errand<TouchNotice.Touch> {

    private static final ErrandName<Touch> NAME = new ErrandName<>("touch-notice", Touch.class);

    record Touch(LeadReference reference, long joining) {}

    private final HouseLetters letters;
    private final ReaderToday readers;
    private final Ledger ledger;
    private final Errands errands;

    TouchNotice(HouseLetters letters, ReaderToday readers, Ledger ledger, Errands errands) {
        this.letters = letters;
        this.readers = readers;
        this.ledger = ledger;
        this.errands = errands;
    }

    @EventListener
    void on(LedgerEntry entry) {
        if (entry.type() == EntryType.LEAD_JOINED) {
            errands.later(null, NAME, new Touch(entry.reference(), entry.id()));
        }
    }

    @Override
    public ErrandName<Touch> name() {
        return NAME;
    }

    @Override
    public void run(Touch told) {
        List<LedgerEntry> sinceThen = ledger.of(told.reference()).stream()
                .filter(entry -> entry.id() >= told.joining())
                .toList();
        if (cameByMail(sinceThen)) {
            return;
        }
        letters.write(
                "touched:" + told.joining(),
                "lead-touched",
                told.reference(),
                readers.of(told.reference()),
                Map.of(
                        "who", sinceThen.get(0).detail().getOrDefault("contact", "a contact"),
                        "message", said(sinceThen)));
    }

    /** The mail itself reaches the holder, who can reply to it. */
    private static boolean cameByMail(List<LedgerEntry> sinceThen) {
        return sinceThen.stream()
                .filter(entry -> entry.type() == EntryType.LEAD_TOUCHED)
                .findFirst()
                .filter(entry -> MailedLead.SOURCE.equals(entry.detail().get("source")))
                .isPresent();
    }

    /** What they wrote is on the entry of the touch, which follows the joining. */
    private static Object said(List<LedgerEntry> sinceThen) {
        return sinceThen.stream()
                .filter(entry -> entry.type() == EntryType.LEAD_TOUCHED)
                .findFirst()
                .map(entry -> entry.detail().getOrDefault("message", "(no message)"))
                .orElse("(no message)");
    }
}
