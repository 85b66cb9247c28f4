package org.batonrelay.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The coming meetings of a lead, for whoever was invited to them. */
@Component
@Transactional(readOnly = true)
public class MeetingsAhead {

    /**
     * @param zone in which its time was agreed
     * @param answer what they told their calendar: accepted, declined, tentative, countered; null while they have not
     */
    public record Ahead(
            Instant startsAt, ZoneId zone, @Nullable String answer) {}

    private final MeetingDiary diary;
    private final MeetingGuests guests;
    private final WhoMeets who;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    MeetingsAhead(MeetingDiary diary, MeetingGuests guests, WhoMeets who, AgreedDates dates, BusinessCalendar hours) {
        this.diary = diary;
        this.guests = guests;
        this.who = who;
        this.dates = dates;
        this.hours = hours;
    }

    /** The next one first; none for somebody who is not invited. */
    public List<Ahead> of(Contact contact) {
        if (!who.isInvited(contact)) {
            return List.of();
        }
        ZoneId zone = hours.zone(dates.teamOf(contact.reference()));
        return diary.ahead(contact.reference()).stream()
                .map(meeting -> new Ahead(
                        meeting.startsAt(),
                        zone,
                        guests.answerOf(meeting, contact.email())
                                .map(MeetingGuests.Word::answer)
                                .orElse(null)))
                .toList();
    }
}
