package org.batonrelay.support;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is asked to join a meeting. The holder keeps the baton whatever becomes of it.
 *
 * @param meeting its uid
 * @param receiver who is asked; from the acceptance on, who has accepted
 * @param reportedFor the date of the meeting for which it was told that nobody is prepared; null as long as it was not
 * @param helper who has accepted
 * @param correction what the helper says is not right in the summary
 */
record SupportRequest(
        String id,
        LeadReference reference,
        String meeting,
        String askedBy,
        Holder receiver,
        Briefing briefing,
        State state,
        Instant askedAt,
        @Nullable Instant reportedFor,
        @Nullable String helper,
        @Nullable String returnReason,
        @Nullable String returnNote,
        @Nullable String correction) {

    enum State {
        ASKED,
        RETURNED,
        ACCEPTED,
        /** The meeting is over, and they have its summary to look at. */
        SHARED,
        CHECKED,
        /** Nobody needs them any more, or the AE goes without. */
        WITHDRAWN;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<State> OVER = EnumSet.of(State.CHECKED, State.WITHDRAWN);

    boolean isOver() {
        return OVER.contains(state);
    }

    boolean isReportedFor(Instant meetingAt) {
        return meetingAt.equals(reportedFor);
    }

    SupportRequest accept(String by) {
        return in(State.ACCEPTED, State.ASKED).with(briefing, reportedFor, by, null, null, null);
    }

    SupportRequest giveBack(String reason, @Nullable String note) {
        return in(State.RETURNED, State.ASKED).with(briefing, reportedFor, null, reason, note, null);
    }

    SupportRequest mend(Briefing mended) {
        return in(State.ASKED, State.RETURNED).with(mended, reportedFor, null, returnReason, returnNote, null);
    }

    SupportRequest report(Instant meetingAt) {
        return with(briefing, meetingAt, helper, returnReason, returnNote, correction);
    }

    SupportRequest share() {
        return in(State.SHARED, State.ACCEPTED);
    }

    SupportRequest check(@Nullable String wrong) {
        return in(State.CHECKED, State.SHARED).with(briefing, reportedFor, helper, returnReason, returnNote, wrong);
    }

    SupportRequest withdraw() {
        return as(State.WITHDRAWN);
    }

    private SupportRequest in(State next, State needed) {
        if (state != needed) {
            throw new IllegalStateException("a request that is " + state.id() + " cannot become " + next.id());
        }
        return as(next);
    }

    private SupportRequest as(State next) {
        return new SupportRequest(
                id,
                reference,
                meeting,
                askedBy,
                receiver,
                briefing,
                next,
                askedAt,
                reportedFor,
                helper,
                returnReason,
                returnNote,
                correction);
    }

    private SupportRequest with(
            Briefing what,
            @Nullable Instant reported,
            @Nullable String by,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String wrong) {
        return new SupportRequest(
                id, reference, meeting, askedBy, receiver, what, state, askedAt, reported, by, reason, note, wrong);
    }
}
