package org.batonrelay.summary;

import java.util.Map;
import java.util.Optional;
import org.batonrelay.lead.Contact;
import org.batonrelay.mail.Letter;

/** Says what goes with a summary, such as the invitation to the meeting that was agreed in the same talk. */
public interface SummaryEnclosure {

    /** @param words what the mail says of it; the template shows them where something is enclosed */
    record Enclosed(Map<String, Object> words, Letter.Attachment file) {}

    /**
     * Called in the transaction that sends; what it notes as sent counts only when the server takes the mail.
     *
     * @param summary before it is marked as sent: one that was sent before is sent again
     */
    Optional<Enclosed> with(Summary summary, Contact to);
}
