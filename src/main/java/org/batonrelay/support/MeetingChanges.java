package org.batonrelay.support;

import java.util.Map;
import org.batonrelay.baton.LeadMessages;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever was asked to join a meeting hears that it was moved or called off, however that came about. */
@Component
class MeetingChanges {

    private final LeadMessages messages;

    MeetingChanges(LeadMessages messages) {
        this.messages = messages;
    }

    @EventListener
    void on(LedgerEntry entry) {
        if (entry.type() == EntryType.MEETING_MOVED) {
            tell(entry, "meetingMoved");
        } else if (entry.type() == EntryType.MEETING_CALLED_OFF) {
            tell(entry, "meetingCalledOff");
        }
    }

    private void tell(LedgerEntry entry, String message) {
        messages.tell(
                entry.reference(),
                message,
                SupportVariables.MEETING_UID,
                String.valueOf(entry.detail().get("meeting")),
                Map.of());
    }
}
