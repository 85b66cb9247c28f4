package org.batonrelay.insight;

import java.util.List;
import org.batonrelay.absence.Absence;
import org.batonrelay.absence.AbsenceTroubles;
import org.batonrelay.absence.Absences;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.TeamHolidays;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who is away, what of the calendar of absences was not understood, and each team's holidays. For managers. */
@Controller
class DaysOffPage {

    /** @param note who stands in, and where it comes from */
    record Away(String who, String days, String note) {}

    record Day(String date, String name) {}

    /** @param whose the country and its part, as they are set */
    record Team(String name, String whose, List<String> advice, List<Day> days) {}

    private final Absences absences;
    private final AbsenceTroubles troubles;
    private final People people;
    private final BusinessCalendar calendar;

    DaysOffPage(Absences absences, AbsenceTroubles troubles, People people, BusinessCalendar calendar) {
        this.absences = absences;
        this.troubles = troubles;
        this.people = people;
        this.calendar = calendar;
    }

    @GetMapping(path = "/leads/days-off", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(Authentication login) {
        if (!Viewer.of(login).seesAll()) {
            return new ModelAndView("lead/missing", HttpStatus.NOT_FOUND);
        }
        return new ModelAndView("lead/days-off")
                .addObject("troubles", troubles.all())
                .addObject(
                        "away", absences.notYetOver().stream().map(this::away).toList())
                .addObject(
                        "teams",
                        calendar.holidaysAhead().stream().map(this::team).toList());
    }

    private Away away(Absence absence) {
        String from = WrittenDates.day(absence.firstDay());
        String to = WrittenDates.day(absence.lastDay());
        String note = absence.substitute() == null ? "nobody stands in" : name(absence.substitute()) + " stands in";
        return new Away(
                name(absence.person()),
                from.equals(to) ? from : from + " to " + to,
                absence.feedUid() == null ? note : note + "; from the calendar");
    }

    private Team team(TeamHolidays team) {
        return new Team(
                team.team().isEmpty()
                        ? "Everybody whose team has no calendar of its own"
                        : people.groupName(team.team()),
                team.whose(),
                team.advice(),
                team.days().stream()
                        .map(day ->
                                new Day(WrittenDates.day(day.date()), day.name().isEmpty() ? "Closed" : day.name()))
                        .toList());
    }

    private String name(String person) {
        return people.person(person).map(Person::name).orElse(person);
    }
}
