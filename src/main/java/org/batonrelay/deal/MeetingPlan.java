package org.batonrelay.deal;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.Meeting;
import org.batonrelay.meeting.MeetingDiary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a holder decides about meetings: a further one, another time for the next one, or none; and what follows when
 * nobody comes. Each returns the variables that a deal goes on with.
 */
@Component
class MeetingPlan {

    static final String FURTHER = "further";
    /** A talk that no meeting was agreed for. */
    static final Map<String, @Nullable Object> NO_MEETING = noMeeting();

    private static final int OTHER_TIMES = 2;

    private final MeetingDiary diary;
    private final Batons batons;
    private final AgreedDates dates;

    MeetingPlan(MeetingDiary diary, Batons batons, AgreedDates dates) {
        this.diary = diary;
        this.batons = batons;
        this.dates = dates;
    }

    /** The meeting that was agreed before the deal began. */
    Map<String, Object> begin(LeadReference reference, String meetingOn) {
        return waitFor(diary.agreed(reference, meetingOn));
    }

    /**
     * @param change further, move or call-off; null means a further one
     * @throws Refusal when the date is past, or there is no meeting to change
     */
    Map<String, Object> decide(LeadReference reference, @Nullable String change, @Nullable String meetingOn) {
        return switch (change == null ? FURTHER : change) {
            case FURTHER -> further(reference, meetingOn);
            case "move" -> move(reference, meetingOn);
            case "call-off" -> callOff(reference);
            default ->
                throw new Refusal("'" + change + "' is nothing to do about a meeting: choose one from the list.");
        };
    }

    /** How many times another time can still be proposed. */
    int timesLeft(String uid) {
        return Math.max(0, OTHER_TIMES - diary.timesMissed(uid));
    }

    /**
     * Nobody of the client came. Twice another time is proposed; after that a flag goes up, and the holder decides.
     *
     * @throws Refusal when another time is due, and is missing or past
     */
    Map<String, Object> miss(LeadReference reference, String uid, @Nullable String newMeetingOn) {
        boolean another = timesLeft(uid) > 0;
        Meeting missed = diary.miss(uid);
        Map<String, Object> known = new HashMap<>();
        known.put(DealVariables.ANOTHER_TIME, another);
        if (another) {
            known.putAll(meetAt(missed, newMeetingOn, "New time"));
        } else {
            batons.raise(reference, Flag.NO_NEXT_STEP, "the client came to none of " + missed.missed() + " meetings");
        }
        return known;
    }

    private Map<String, Object> further(LeadReference reference, @Nullable String meetingOn) {
        String team = dates.teamOf(reference);
        Instant at = dates.timeAhead("Meeting", meetingOn, team);
        batons.agreeNextStep(reference, "Meeting", dates.day(at, team));
        return waitFor(diary.fix(reference, at));
    }

    private Map<String, Object> move(LeadReference reference, @Nullable String meetingOn) {
        Map<String, Object> known = new HashMap<>(meetAt(next(reference), meetingOn, "Meeting"));
        known.put(DealVariables.BEGUN_BESIDE, "meeting-changed");
        known.put(DealVariables.CALLED_OFF, false);
        return known;
    }

    private Map<String, Object> callOff(LeadReference reference) {
        Meeting off = diary.callOff(next(reference));
        if (diary.ahead(reference).isEmpty()) {
            batons.raise(reference, Flag.NO_NEXT_STEP, "the meeting was called off");
        }
        Map<String, Object> known = new HashMap<>(waitFor(off));
        known.put(DealVariables.BEGUN_BESIDE, "meeting-changed");
        known.put(DealVariables.CALLED_OFF, true);
        return known;
    }

    private Map<String, Object> meetAt(Meeting meeting, @Nullable String time, String label) {
        String team = dates.teamOf(meeting.reference());
        Instant at = dates.timeAhead(label, time, team);
        batons.agreeNextStep(meeting.reference(), "Meeting", dates.day(at, team));
        return waitFor(diary.move(meeting, at));
    }

    private Meeting next(LeadReference reference) {
        return diary.next(reference)
                .orElseThrow(() -> new Refusal("Meeting: there is no coming meeting to change. Fix a further one."));
    }

    private static Map<String, Object> waitFor(Meeting meeting) {
        return Map.of(
                DealVariables.MEETING_UID,
                meeting.uid(),
                DealVariables.MEETING_AT,
                Date.from(Meeting.endOf(meeting.startsAt())));
    }

    private static Map<String, @Nullable Object> noMeeting() {
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put(DealVariables.MEETING_UID, null);
        none.put(DealVariables.MEETING_AT, null);
        return Collections.unmodifiableMap(none);
    }
}
