package org.batonrelay.ledger;

import java.util.Locale;

/** What can happen to a lead; the ids are a public interface (docs, figures, exports). */
public enum EntryType {
    LEAD_CAPTURED,
    LEAD_JOINED,
    LEAD_TOUCHED,
    LEAD_WAITING,
    LEAD_ROUTED,
    LEG_STARTED,
    LEG_FINISHED,
    LEG_SENT_BACK,
    LEG_REMINDED,
    LEG_STALLED,
    HOLDER_CHANGED,
    SUBSTITUTE_ACTED,
    HANDOFF_BRIEFED,
    HANDOFF_OFFERED,
    HANDOFF_REMINDED,
    HANDOFF_WIDENED,
    HANDOFF_ESCALATED,
    HANDOFF_ACCEPTED,
    HANDOFF_RETURNED,
    HANDOFF_NOT_OURS,
    HANDOFF_REASSIGNED,
    HANDOFF_RECALLED,
    HANDOFF_DELAY_TOLD,
    HANDOFF_DROPPED,
    HANDOFF_EXPIRED,
    HANDOFF_EXPLAINED,
    HANDOFF_PARKED,
    SUMMARY_WRITTEN,
    SUMMARY_SENT,
    SUMMARY_REMINDED,
    SUMMARY_CONFIRMED,
    SUMMARY_CORRECTED,
    SUMMARY_UNANSWERED,
    SUMMARY_WITHDRAWN,
    SUMMARY_REMARKED,
    FLAG_RAISED,
    FLAG_CLEARED,
    FLAG_EXPLAINED,
    DEPARTURE_RECORDED,
    PROMISE_MADE,
    PROMISE_KEPT,
    PROMISE_MOVED,
    PROMISE_DROPPED,
    PHASE_BEGUN,
    KICKOFF_OVERDUE,
    VALUE_CONFIRMED,
    CONTRACT_REVIEWED,
    CONTRACT_REVISED,
    CONTRACT_VERSIONED,
    READINESS_REMINDED,
    READINESS_UNANSWERED,
    READINESS_SAID,
    MAIL_SENT,
    MAIL_BOUNCED,
    MAIL_DELAYED,
    MESSAGE_RECEIVED,
    MESSAGE_SENT,
    MESSAGE_PASSED_ON,
    AWAY_NOTED,
    NOTE_WRITTEN,
    FILE_ADDED,
    LINK_ADDED,
    LINK_REMOVED,
    BROWSER_FORGOTTEN,
    MEETING_ANSWERED,
    MEETING_MOVED,
    MEETING_CALLED_OFF,
    MEETING_MISSED,
    MEETING_RATED,
    PULSE_ANSWERED,
    CONTACT_OPTED_OUT,
    CONTACT_OPTED_IN,
    CAMPAIGN_MISMATCHED,
    CALLBACK_ASKED,
    CALLBACK_REMINDED,
    CALLBACK_ANSWERED,
    CALLBACK_UNANSWERED,
    RELAY_FINISHED,
    RELAY_RECYCLED,
    RELAY_CLOSED;

    /** The first word, a dot, the rest with hyphens: {@code handoff.not-ours}. */
    public String id() {
        String name = name().toLowerCase(Locale.ROOT);
        int first = name.indexOf('_');
        return name.substring(0, first) + "." + name.substring(first + 1).replace('_', '-');
    }

    static EntryType of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
}
