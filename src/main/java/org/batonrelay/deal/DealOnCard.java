package org.batonrelay.deal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.CardPart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Coming meetings, and what legal says: {@code meetings}, {@code legal}, {@code request}, each empty where there is nothing to say. */
@Component
@Order(30)
class DealOnCard implements CardPart {

    private final MeetingDiary diary;
    private final MeetingGuests guests;
    private final ContractReviews reviews;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    DealOnCard(
            MeetingDiary diary,
            MeetingGuests guests,
            ContractReviews reviews,
            AgreedDates dates,
            BusinessCalendar hours) {
        this.diary = diary;
        this.guests = guests;
        this.reviews = reviews;
        this.dates = dates;
        this.hours = hours;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("meetings", meetings(reference));
        part.put("legal", reviews.last(reference).map(this::inWords).orElse(""));
        part.put("request", reviews.open(reference).map(ContractReview::request).orElse(""));
        part.put("legalNote", reviews.last(reference).map(ContractReview::note).orElse(""));
        return part;
    }

    private List<String> meetings(LeadReference reference) {
        return diary.ahead(reference).stream()
                .map(meeting -> inWords(reference, meeting.startsAt()) + guests(meeting))
                .toList();
    }

    /** What those invited have answered. */
    private String guests(Meeting meeting) {
        return guests.of(meeting).stream()
                .map(word -> "; " + word.name() + " " + word.answer())
                .collect(Collectors.joining());
    }

    private String inWords(LeadReference reference, Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.ENGLISH)
                .withZone(hours.zone(dates.teamOf(reference)))
                .format(at);
    }

    private String inWords(ContractReview review) {
        if (review.verdict() == null) {
            String due = review.dueAt() == null ? "" : ", due " + inWords(review.reference(), review.dueAt());
            return review.claimedBy() == null
                    ? "asked, number " + (reviews.before(review) + 1) + " in legal's list" + due
                    : "being reviewed by " + review.claimedBy() + due;
        }
        return switch (review.verdict()) {
            case "approve" -> "approved";
            case "changes" -> "asks for changes";
            case "refuse" -> "refused";
            default -> review.verdict();
        };
    }
}
