package org.batonrelay.meeting;

import java.time.Instant;
import java.util.Optional;
import org.batonrelay.ledger.LeadReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Meetings with a client that are agreed outside a deal, each looked after by whoever agrees it. */
@Component
@Transactional
public class AgreedMeetings {

    private final MeetingDiary diary;
    private final Meetings meetings;

    AgreedMeetings(MeetingDiary diary, Meetings meetings) {
        this.diary = diary;
        this.meetings = meetings;
    }

    /**
     * Nobody is invited before {@link #tell}.
     *
     * @param title what everybody finds in their calendar
     * @return its name
     */
    public String agree(LeadReference reference, Instant startsAt, String title) {
        return meetings.fix(reference, startsAt, title).uid();
    }

    public void move(String uid, Instant startsAt) {
        diary.move(meetings.get(uid), startsAt);
    }

    /** Whether it takes place, and at this time. */
    public boolean isAt(String uid, Instant startsAt) {
        return at(uid).filter(startsAt::equals).isPresent();
    }

    /** When it takes place; empty where it does not. */
    public Optional<Instant> at(String uid) {
        return Optional.of(meetings.get(uid)).filter(Meeting::isOn).map(Meeting::startsAt);
    }

    /** It is about something else, or about more; that alone is no reason to write to anybody. */
    public void rename(String uid, String title) {
        meetings.rename(uid, title);
    }

    /** Nothing where it has taken place, or does not take place any more. */
    public void callOff(String uid) {
        Meeting meeting = meetings.get(uid);
        if (diary.ahead(meeting.reference()).contains(meeting)) {
            diary.callOff(meeting);
        }
    }

    /** Tells everybody what has changed; speaks SMTP, and does nothing where they know. */
    public void tell(String uid) {
        diary.tell(meetings.get(uid));
    }
}
