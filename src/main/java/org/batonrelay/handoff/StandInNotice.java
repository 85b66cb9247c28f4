package org.batonrelay.handoff;

import java.util.List;
import java.util.Map;
import org.batonrelay.absence.Absence;
import org.batonrelay.absence.Absences;
import org.batonrelay.baton.HeldBatons;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells somebody that they stand in for a colleague from now on; nothing any more once that one is back. */
@Component
class StandInNotice implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("stand-in");

    private final Absences absences;
    private final HeldBatons held;
    private final People people;
    private final Notices notices;
    private final String baseUrl;

    StandInNotice(
            Absences absences,
            HeldBatons held,
            People people,
            Notices notices,
            @Value("${baton.base-url}") String baseUrl) {
        this.absences = absences;
        this.held = held;
        this.people = people;
        this.notices = notices;
        this.baseUrl = baseUrl;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** @param absent the user id of whoever is away */
    @Override
    public void run(String absent) {
        Absence absence = absences.of(absent).orElse(null);
        String standIn = absences.standInFor(absent).orElse(null);
        if (absence != null && standIn != null) {
            notices.tell(Notice.of(NAME + ":" + absence.id() + ":" + standIn, NAME.value(), Recipient.person(standIn))
                    .showing(Map.of(
                            "absent",
                            people.person(absent).map(Person::name).orElse(absent),
                            "lastDay",
                            WrittenDates.day(absence.lastDay()),
                            "held",
                            held.count(List.of(absent)).getOrDefault(absent, 0),
                            "tasklist",
                            baseUrl + "/camunda/app/tasklist/default/"))
                    .toldBy(NAME, absent));
        }
    }
}
