package org.batonrelay.rules;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.deployment.Replaced;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Two process owners on one file: what was sent last is live, and both hear whose version it has replaced. */
@Component
class ReplacedFiles implements Errand {

    static final String NAME = "file-replaced";

    private final People people;
    private final BusinessCalendar calendar;
    private final Notices notices;
    private final Errands errands;

    ReplacedFiles(People people, BusinessCalendar calendar, Notices notices, Errands errands) {
        this.people = people;
        this.calendar = calendar;
        this.notices = notices;
        this.errands = errands;
    }

    @EventListener
    void on(Replaced file) {
        errands.later(
                null,
                NAME,
                String.join(
                        "\n",
                        file.deployment(),
                        file.file(),
                        file.by(),
                        file.before(),
                        file.since().toString()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String payload) {
        String[] part = payload.split("\n");
        Instant since = Instant.parse(part[4]);
        for (String reader : new LinkedHashSet<>(List.of(part[2], part[3]))) {
            notices.tell(Notice.of(NAME + ":" + part[0] + ":" + part[1], NAME, Recipient.person(reader))
                    .showing(Map.of(
                            "file",
                            part[1],
                            "by",
                            nameOf(part[2]),
                            "before",
                            nameOf(part[3]),
                            "since",
                            since.atZone(calendar.zone(people.teamOf(reader)))
                                    .format(DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH))))
                    .atOnce());
        }
    }

    private String nameOf(String id) {
        return people.person(id).map(Person::name).orElse(id);
    }
}
