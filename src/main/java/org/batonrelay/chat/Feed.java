package org.batonrelay.chat;

import java.util.List;
import java.util.Map;
import org.batonrelay.ledger.LeadReference;

/** What somebody listens to, and how far they have heard it. Only one thread at a time asks for the next part. */
interface Feed {

    /** @param id the {@code Last-Event-ID} from which somebody goes on behind it */
    record Event(String id, Object message) {}

    /** Where every chat and lead that somebody listens to has come to. */
    record News(Map<String, Long> shown, Map<LeadReference, Long> messages) {}

    boolean hasMissed(News news);

    /** What they have not heard yet; they count as having heard it. */
    List<Event> next();
}
