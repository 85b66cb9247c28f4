package org.batonrelay.notice;

import java.time.Clock;
import java.time.Instant;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** When somebody may be told something: while their team works, unless they want to hear of it at any hour. */
@Component
class QuietHours {

    private final NoticeSettings settings;
    private final People people;
    private final BusinessCalendar calendar;
    private final Clock clock;

    QuietHours(NoticeSettings settings, People people, BusinessCalendar calendar, Clock clock) {
        this.settings = settings;
        this.people = people;
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
        return hours == NoticeSettings.Hours.ALWAYS ? now : calendar.openFrom(now, team(reader.recipient()));
    }

    private String team(Recipient recipient) {
        return recipient.isGroup() ? recipient.id() : people.teamOf(recipient.id());
    }
}
