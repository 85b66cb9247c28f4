package org.batonrelay.notice;

import java.time.Clock;
import java.time.Instant;
import org.batonrelay.absence.Absences;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** When somebody may be told something: while their team works, unless they want to hear of it at any hour. */
@Component
class QuietHours {

    private final NoticeSettings settings;
    private final People people;
    private final Absences absences;
    private final BusinessCalendar calendar;
    private final Clock clock;

    QuietHours(NoticeSettings settings, People people, Absences absences, BusinessCalendar calendar, Clock clock) {
        this.settings = settings;
        this.people = people;
        this.absences = absences;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** This moment itself where the reader works then, else the next opening. */
    Instant endFor(Reader reader, Instant now) {
        NoticeSettings.Hours own = reader.where().hours();
        NoticeSettings.Hours hours = own == null ? settings.notices().hours() : own;
        return hours == NoticeSettings.Hours.ALWAYS ? now : opening(reader.recipient(), now);
    }

    /** Nobody is told on a day off; a group has none. */
    private Instant opening(Recipient recipient, Instant now) {
        return recipient.isGroup()
                ? calendar.openFrom(now, recipient.id(), date -> false)
                : calendar.openFrom(now, people.teamOf(recipient.id()), absences.daysOff(recipient.id()));
    }
}
