package org.batonrelay.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * One version of what was agreed with a client. Its text never changes; what becomes of it does.
 *
 * @param version counts up within a lead
 * @param author a user id, or {@code client:} and an address for a version that a client's correction made
 * @param answeredBy {@code client:} and an address, or the user id of who was told by phone
 */
public record Summary(
        String id,
        LeadReference reference,
        int version,
        Status status,
        String leg,
        Headings headings,
        LocalDate nextStepOn,
        boolean announced,
        String author,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {

    /** What becomes of a version. A corrected one is followed by the confirmed one that the client's words made. */
    public enum Status {
        WRITTEN,
        SENT,
        CONFIRMED,
        CORRECTED,
        UNANSWERED,
        WITHDRAWN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<Status> WAITING = EnumSet.of(Status.WRITTEN, Status.SENT, Status.UNANSWERED);

    /** Whether the client's word on it is still missing, and wanted. */
    public boolean isWaiting() {
        return WAITING.contains(status);
    }

    /** Whether a client's word on it still changes something: it does unless the summary was put away. */
    public boolean isWanted() {
        return status != Status.WITHDRAWN;
    }

    /** Whether a contact it is meant for has it, or has said it themselves. */
    public boolean isKnownToClient() {
        return sentAt != null || status == Status.CONFIRMED;
    }

    Summary send(Instant at) {
        return become(Status.SENT, isWaiting(), "sent", at, answeredAt, answeredBy);
    }

    /** A mail can have reached the client although its sending was never recorded, so a written one will do. */
    Summary confirm(String by, Instant at) {
        return become(Status.CONFIRMED, isWaiting(), "confirmed", sentAt, at, by);
    }

    Summary correct(String by, Instant at) {
        boolean agreed = isWaiting() || status == Status.CONFIRMED;
        return become(Status.CORRECTED, agreed, "corrected", sentAt, at, by);
    }

    Summary leaveUnanswered() {
        return become(Status.UNANSWERED, isWaiting(), "left unanswered", sentAt, answeredAt, answeredBy);
    }

    Summary withdraw() {
        return become(Status.WITHDRAWN, isWaiting(), "withdrawn", sentAt, answeredAt, answeredBy);
    }

    private Summary become(
            Status to,
            boolean allowed,
            String done,
            @Nullable Instant sent,
            @Nullable Instant answered,
            @Nullable String by) {
        if (!allowed) {
            throw new IllegalStateException("a summary that is " + status.id() + " cannot be " + done);
        }
        return new Summary(
                id,
                reference,
                version,
                to,
                leg,
                headings,
                nextStepOn,
                announced,
                author,
                writtenAt,
                sent,
                answered,
                by);
    }
}
