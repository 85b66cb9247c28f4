package org.batonrelay.rules;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
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
class ReplacedFiles implements Errand<ReplacedFiles.Put> {

    static final ErrandName<Put> NAME = new ErrandName<>("file-replaced", Put.class, "\\n");

    record Put(String deployment, String file, String by, String before, Instant since) {}

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
        errands.later(null, NAME, new Put(file.deployment(), file.file(), file.by(), file.before(), file.since()));
    }

    @Override
    public ErrandName<Put> name() {
        return NAME;
    }

    @Override
    public void run(Put told) {
        Instant since = told.since();
        for (String reader : new LinkedHashSet<>(List.of(told.by(), told.before()))) {
            notices.tell(Notice.of(
                            NAME + ":" + told.deployment() + ":" + told.file(), NAME.value(), Recipient.person(reader))
                    .showing(Map.of(
                            "file",
                            told.file(),
                            "by",
                            nameOf(told.by()),
                            "before",
                            nameOf(told.before()),
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
