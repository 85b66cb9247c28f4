package org.batonrelay.mornings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errand;
import org.batonrelay.mornings.DayAhead.Line;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** One mail in the morning with what waits for somebody; none when nothing does. */
@Component
class TellDigest implements Errand {

    static final String NAME = "digest";

    /** What is found later on a day is told the next one. */
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final DayAhead day;
    private final People people;
    private final BusinessCalendar calendar;
    private final Notices notices;

    TellDigest(DayAhead day, People people, BusinessCalendar calendar, Notices notices) {
        this.day = day;
        this.people = people;
        this.calendar = calendar;
        this.notices = notices;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload person and day; before they open, so it waits for no hours */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ");
        Set<String> groups = people.groupsOf(part[0]);
        ZoneId zone = calendar.zone(people.teamOf(part[0]));
        List<Line> offered = day.offeredTo(part[0], groups, zone);
        List<Line> overdue = day.overdue(part[0], zone);
        List<Line> yellow = day.yellow(part[0]);
        List<Line> promised = day.promised(part[0], LocalDate.parse(part[1]));
        List<Line> unread = groups.contains("manager") ? unread(part[0], LocalDate.parse(part[1])) : List.of();
        if (Stream.of(offered, overdue, yellow, promised, unread).allMatch(List::isEmpty)) {
            return;
        }
        notices.tell(Notice.of(NAME + ":" + part[1], NAME, Recipient.person(part[0]))
                .showing(Map.of(
                        "inShort",
                        inShort(offered, overdue, yellow, promised, unread),
                        "unread",
                        unread,
                        "anyOffered",
                        !offered.isEmpty(),
                        "offered",
                        offered,
                        "anyOverdue",
                        !overdue.isEmpty(),
                        "overdue",
                        overdue,
                        "anyYellow",
                        !yellow.isEmpty(),
                        "yellow",
                        yellow,
                        "anyPromised",
                        !promised.isEmpty(),
                        "promised",
                        promised))
                .atOnce());
    }

    private List<Line> unread(String person, LocalDate today) {
        String team = people.teamOf(person);
        return day.notUnderstood(calendar.at(calendar.businessDaysBefore(today, 1, team), MORNING, team));
    }

    private static String inShort(
            List<Line> offered, List<Line> overdue, List<Line> yellow, List<Line> promised, List<Line> unread) {
        return Stream.of(
                        count(offered, "offered"),
                        count(overdue, "overdue"),
                        count(yellow, "yellow"),
                        count(promised, "promised"),
                        unread.isEmpty() ? List.<String>of() : List.of("days off"))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private static List<String> count(List<Line> lines, String what) {
        return lines.isEmpty() ? List.of() : List.of(lines.size() + " " + what);
    }
}
