package org.batonrelay.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.CardPart;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.meeting.Meeting;
import org.batonrelay.meeting.MeetingDiary;
import org.batonrelay.meeting.MeetingGuests;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The meetings that come next: {@code meetings}, and {@code meetingChoices} for a field that chooses one of them. */
@Component
@Order(30)
class DealOnCard implements CardPart {

    private final MeetingDiary diary;
    private final MeetingGuests guests;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    DealOnCard(MeetingDiary diary, MeetingGuests guests, AgreedDates dates, BusinessCalendar hours) {
        this.diary = diary;
        this.guests = guests;
        this.dates = dates;
        this.hours = hours;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        return Map.of("meetings", meetings(reference), "meetingChoices", choices(reference));
    }

    private List<String> meetings(LeadReference reference) {
        return diary.ahead(reference).stream()
                .map(meeting -> inWords(reference, meeting.startsAt()) + guests(meeting))
                .toList();
    }

    private List<Map<String, String>> choices(LeadReference reference) {
        return diary.ahead(reference).stream()
                .map(meeting -> Map.of("value", meeting.uid(), "label", inWords(reference, meeting.startsAt())))
                .toList();
    }

    /** What those invited have answered. */
    private String guests(Meeting meeting) {
        return guests.of(meeting).stream()
                .map(word -> "; " + word.name() + " " + word.answer())
                .collect(Collectors.joining());
    }

    private String inWords(LeadReference reference, Instant at) {
        return WrittenDates.moment(at, hours.zone(dates.teamOf(reference)));
    }
}
