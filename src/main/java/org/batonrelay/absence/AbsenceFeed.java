package org.batonrelay.absence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.CalendarEntry;
import org.batonrelay.calendar.CalendarFeedReader;
import org.batonrelay.calendar.CalendarReading;
import org.batonrelay.calendar.DaysAway;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.People;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the calendar of who is away: what is new in it becomes an absence, what has changed or gone ends, each by an
 * errand of its own. What people have noted themselves is theirs. What is not understood is told, and costs nothing
 * else. Long because what is wanted and what is known are best compared in one place.
 */
@Component
@EnableConfigurationProperties(FeedSettings.class)
class AbsenceFeed implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("absence-feed");

    /** What has changed ends first. */
    private static final Duration AFTER_ENDS = Duration.ofSeconds(30);

    private final Optional<FeedAddress> address;
    private final Absences absences;
    private final AbsencePlan plan;
    private final AbsenceTroubles troubles;
    private final People people;
    private final BusinessCalendar calendar;
    private final Errands errands;
    private final Clock clock;

    AbsenceFeed(
            FeedSettings settings,
            Absences absences,
            AbsencePlan plan,
            AbsenceTroubles troubles,
            People people,
            BusinessCalendar calendar,
            Errands errands,
            Clock clock) {
        this.address = FeedAddress.of(settings.feed());
        this.absences = absences;
        this.plan = plan;
        this.troubles = troubles;
        this.people = people;
        this.calendar = calendar;
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** @param hour the one that it is for */
    @Override
    @Transactional
    public void run(String hour) {
        address.ifPresent(this::read);
    }

    /** What cannot be read is told once; the next hour tries again, and whoever is away stays so. */
    private void read(FeedAddress feed) {
        try {
            take(feed.read());
        } catch (IOException | IllegalArgumentException e) {
            troubles.isUnreadable("it cannot be read at present: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
        }
    }

    /** @throws IllegalArgumentException when it is no calendar at all */
    void take(byte[] ics) {
        LocalDate today = calendar.today("");
        // both ends stay for a while, so that a series without an end is not another one every day
        take(CalendarFeedReader.read(
                ics,
                today.withDayOfYear(1).minusYears(1),
                today.plusYears(1).with(TemporalAdjusters.lastDayOfMonth()),
                calendar.zone("")));
    }

    /** Who has come back early stays back, whatever the calendar still says. */
    private void take(CalendarReading reading) {
        List<AbsenceTroubles.Trouble> found = new ArrayList<>();
        reading.unread().forEach(it -> found.add(troubles.trouble(it.label(), it.why())));
        if (!reading.complete()) {
            found.add(troubles.trouble(AbsenceTroubles.WHOLE, "it is cut off before its end"));
        }
        List<FeedEntry> wanted = apart(meant(reading, found));
        List<Absence> known = absences.fromFeed();
        Set<String> unread = reading.unread().stream()
                .map(it -> FeedEntry.kept(it.uid(), it.label()))
                .collect(Collectors.toSet());
        Set<String> changed = new HashSet<>();
        for (Absence absence : known) {
            boolean stays = isOver(absence)
                    || !reading.complete()
                    || unread.contains(String.valueOf(absence.feedUid()))
                    || wanted.stream().anyMatch(entry -> isSame(entry, absence));
            if (!stays) {
                errands.later(null, FeedAbsence.NAME, FeedAbsence.Order.end(absence));
                changed.add(absence.person());
            }
        }
        wanted.stream()
                .filter(entry -> !entry.lastDay().isBefore(today(entry.person()))
                        && known.stream().noneMatch(absence -> isSame(entry, absence)))
                .forEach(entry -> note(entry, changed.contains(entry.person()), found));
        troubles.are(found);
    }

    private List<FeedEntry> meant(CalendarReading reading, List<AbsenceTroubles.Trouble> found) {
        FeedPeople house = new FeedPeople(people.all());
        List<FeedEntry> meant = new ArrayList<>();
        for (CalendarEntry entry : reading.entries()) {
            FeedPeople.Meant who = house.in(entry);
            String team = who.person() == null ? "" : people.teamOf(who.person());
            List<DaysAway> days = FeedEntry.joined(entry.times().stream()
                    .flatMap(time -> time.days(calendar, team).stream())
                    .toList());
            if (who.trouble() != null && days.stream().anyMatch(it -> !it.last().isBefore(calendar.today(team)))) {
                found.add(troubles.trouble(entry.label(), who.trouble()));
            }
            if (who.person() != null) {
                days.forEach(it -> meant.add(new FeedEntry(
                        FeedEntry.kept(entry.uid(), entry.label()),
                        entry.label(),
                        who.person(),
                        it.first(),
                        it.last(),
                        who.substitute())));
            }
        }
        return meant;
    }

    /** Nobody is away twice at once: of days that several entries name, or that people have noted, one has them. */
    private List<FeedEntry> apart(List<FeedEntry> entries) {
        Map<String, List<DaysAway>> taken = new HashMap<>();
        absences.notedByPeople()
                .forEach(it -> taken.computeIfAbsent(it.person(), person -> new ArrayList<>())
                        .add(new DaysAway(it.firstDay(), it.lastDay())));
        List<FeedEntry> apart = new ArrayList<>();
        entries.stream()
                .sorted(Comparator.comparing(FeedEntry::firstDay)
                        .thenComparing(FeedEntry::lastDay, Comparator.reverseOrder())
                        .thenComparing(entry -> entry.substitute() == null)
                        .thenComparing(FeedEntry::uid))
                .forEach(entry -> {
                    List<DaysAway> others = taken.computeIfAbsent(entry.person(), person -> new ArrayList<>());
                    FeedEntry.without(new DaysAway(entry.firstDay(), entry.lastDay()), others)
                            .forEach(days -> apart.add(new FeedEntry(
                                    entry.uid(),
                                    entry.label(),
                                    entry.person(),
                                    days.first(),
                                    days.last(),
                                    entry.substitute())));
                    others.add(new DaysAway(entry.firstDay(), entry.lastDay()));
                });
        return apart;
    }

    private void note(FeedEntry entry, boolean behindAnEnd, List<AbsenceTroubles.Trouble> found) {
        if (behindAnEnd) {
            errands.at(clock.instant().plus(AFTER_ENDS), FeedAbsence.NAME, FeedAbsence.Order.note(entry));
            return;
        }
        try {
            plan.check(plan.planned(
                    entry.person(), entry.firstDay(), entry.lastDay(), entry.substitute(), NAME.value(), entry.uid()));
            errands.later(null, FeedAbsence.NAME, FeedAbsence.Order.note(entry));
        } catch (Refusal refusal) {
            found.add(troubles.trouble(entry.label(), String.valueOf(refusal.getMessage())));
        }
    }

    private boolean isSame(FeedEntry entry, Absence absence) {
        return absence.person().equals(entry.person())
                && absence.firstDay().equals(entry.firstDay())
                && (hasComeBackEarly(absence)
                        || absence.lastDay().equals(entry.lastDay())
                                && (isOver(absence) || Objects.equals(absence.substitute(), entry.substitute())));
    }

    /** Else it ends with the last minute of its last day. */
    private boolean hasComeBackEarly(Absence absence) {
        return isOver(absence)
                && !absence.endsAt()
                        .equals(calendar.at(
                                absence.lastDay().plusDays(1), LocalTime.MIDNIGHT, people.teamOf(absence.person())));
    }

    private boolean isOver(Absence absence) {
        return !absence.endsAt().isAfter(clock.instant());
    }

    private LocalDate today(String person) {
        return calendar.today(people.teamOf(person));
    }
}
