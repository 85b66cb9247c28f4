package org.batonrelay.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with the client.
 *
 * @param uid names it in everybody's calendar, for ever
 * @param host whom of ours the client was told of, as a holder is written; null before anybody is invited
 * @param sequence counts what was sent about it: a calendar believes the highest
 * @param missed how often nobody of the client came to it
 * @param withSummary whether the client is invited by the mail that brings the summary of the talk before
 */
public record Meeting(
        String uid,
        LeadReference reference,
        int sequence,
        Instant startsAt,
        String title,
        Status status,
        @Nullable String host,
        int missed,
        boolean withSummary) {

    private static final Duration LENGTH = Duration.ofHours(1);

    enum Status {
        /** Agreed, but nobody has been invited yet. */
        FIXED,
        INVITED,
        HELD,
        /** Called off, but nobody has been told yet. */
        REVOKED,
        CANCELLED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Instant endsAt() {
        return endOf(startsAt);
    }

    /** A meeting takes an hour; its summary is asked for behind it. */
    public static Instant endOf(Instant start) {
        return start.plus(LENGTH);
    }

    Meeting invite(String by) {
        return new Meeting(uid, reference, sequence, startsAt, title, Status.INVITED, by, missed, withSummary);
    }

    /** The invitation goes with the summary. */
    Meeting enclose() {
        return new Meeting(uid, reference, sequence, startsAt, title, status, host, missed, true);
    }

    /** Everybody is told who looks after them now. */
    Meeting passTo(String newHost) {
        return new Meeting(uid, reference, sequence + 1, startsAt, title, status, newHost, missed, withSummary);
    }

    /** Whoever joins or leaves is told; a calendar that has lost it and gets it back believes the higher number. */
    Meeting changeGuests() {
        return as(sequence + 1, status);
    }

    /** The same meeting at another time: everybody gets it anew. */
    Meeting moveTo(Instant start) {
        return new Meeting(uid, reference, sequence + 1, start, title, Status.FIXED, host, missed, withSummary);
    }

    Meeting miss() {
        return new Meeting(uid, reference, sequence, startsAt, title, status, host, missed + 1, withSummary);
    }

    /** Whoever was invited is still to be told. */
    Meeting callOff() {
        return wasToldOf() ? as(sequence + 1, Status.REVOKED) : as(sequence, Status.CANCELLED);
    }

    /** They have been told. */
    Meeting forget() {
        return as(sequence, Status.CANCELLED);
    }

    boolean wasToldOf() {
        return host != null;
    }

    Meeting hold() {
        return as(sequence, Status.HELD);
    }

    /** Nobody needs it any more. */
    Meeting cancel() {
        return as(status == Status.REVOKED ? sequence : sequence + 1, Status.CANCELLED);
    }

    /** Agreed, and nobody has ever been told of it. */
    boolean isUnknown() {
        return status == Status.FIXED && !wasToldOf();
    }

    boolean isOff() {
        return status == Status.REVOKED || status == Status.CANCELLED;
    }

    boolean isAhead(Instant now) {
        return startsAt.isAfter(now) && isOn();
    }

    /** It takes place. */
    boolean isOn() {
        return status == Status.FIXED || status == Status.INVITED;
    }

    private Meeting as(int number, Status now) {
        return new Meeting(uid, reference, number, startsAt, title, now, host, missed, withSummary);
    }
}
