package org.batonrelay.meeting;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells today's holder at once that somebody does not come at the agreed time. */
@Component
class DeclinedNotice implements Errand<DeclinedNotice.Declined> {

    private static final ErrandName<Declined> NAME = new ErrandName<>("meeting-declined", Declined.class, "[ \\n]");

    record Declined(String meeting, String guest, @Nullable String said) {}

    private static final int LONGEST = 600;

    private final Errands errands;
    private final HouseLetters letters;
    private final Meetings meetings;
    private final MeetingGuests guests;
    private final Batons batons;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    DeclinedNotice(
            Errands errands,
            HouseLetters letters,
            Meetings meetings,
            MeetingGuests guests,
            Batons batons,
            AgreedDates dates,
            BusinessCalendar hours) {
        this.errands = errands;
        this.letters = letters;
        this.meetings = meetings;
        this.guests = guests;
        this.batons = batons;
        this.dates = dates;
        this.hours = hours;
    }

    /** @param said what they have written with it */
    void later(MeetingGuests.Word word, String said) {
        String words = said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
        errands.later(null, NAME, new Declined(word.uid(), word.guest(), words));
    }

    @Override
    public ErrandName<Declined> name() {
        return NAME;
    }

    /** They may have changed their mind in the meantime, and then there is nothing to tell. */
    @Override
    public void run(Declined told) {
        Meeting meeting = meetings.get(told.meeting());
        guests.answerOf(meeting, told.guest())
                .filter(MeetingGuests.Word::keepsAway)
                .ifPresent(word -> letters.tell(letters.notice(
                                NAME + ":" + told.meeting() + " " + told.guest() + ":" + word.answer() + ":"
                                        + meeting.sequence() + ":" + word.proposedAt(),
                                NAME.value(),
                                meeting.reference(),
                                batons.get(meeting.reference()).holder(),
                                words(meeting, word, told.said() == null ? "" : told.said()))
                        .atOnce()));
    }

    private Map<String, Object> words(Meeting meeting, MeetingGuests.Word word, String said) {
        ZoneId zone = hours.zone(dates.teamOf(meeting.reference()));
        Map<String, Object> words = new HashMap<>();
        words.put("who", word.name());
        words.put("said", said);
        words.put("when", WrittenDates.moment(meeting.startsAt(), zone));
        words.put("declined", word.answer().equals("declined"));
        words.put("proposed", word.proposedAt() == null ? "" : WrittenDates.moment(word.proposedAt(), zone));
        return words;
    }
}
