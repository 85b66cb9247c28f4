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
import org.batonrelay.engine.ErrandName;
import org.batonrelay.mornings.DayAhead.Line;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;

/** One mail in the morning with what waits for somebody; none when nothing does. */
@Component
class TellDigest implements Errand<TellDigest.Morning> {

    static final ErrandName<Morning> NAME = new ErrandName<>("digest", Morning.class);

    record Morning(String person, LocalDate day) {}

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
    public ErrandName<Morning> name() {
        return NAME;
    }

    @Override
    public void run(Morning told) {
        Set<String> groups = people.groupsOf(told.person());
        ZoneId zone = calendar.zone(people.teamOf(told.person()));
        List<Line> offered = day.offeredTo(told.person(), groups, zone);
        List<Line> overdue = day.overdue(told.person(), zone);
        List<Line> yellow = day.yellow(told.person());
        List<Line> promised = day.promised(told.person(), told.day());
        List<Line> unread = groups.contains("manager") ? unread(told.person(), told.day()) : List.of();
        if (Stream.of(offered, overdue, yellow, promised, unread).allMatch(List::isEmpty)) {
            return;
        }
        notices.tell(Notice.of(NAME.value() + ":" + told.day(), NAME.value(), Recipient.person(told.person()))
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
