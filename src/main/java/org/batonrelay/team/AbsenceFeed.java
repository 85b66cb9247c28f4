package org.batonrelay.team;

import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the calendar of who is away: what is new in it becomes an absence, what has changed or gone ends, each by an
 * errand of its own. What people have noted themselves is theirs.
 */
@Component
class AbsenceFeed implements Errand {

    static final String NAME = "absence-feed";

    private static final int LARGEST = 5_000_000;
    private static final int PATIENCE = 20_000;

    private final FeedSettings settings;
    private final Absences absences;
    private final BusinessCalendar calendar;
    private final Errands errands;
    private final Clock clock;

    AbsenceFeed(FeedSettings settings, Absences absences, BusinessCalendar calendar, Errands errands, Clock clock) {
        this.settings = settings;
        this.absences = absences;
        this.calendar = calendar;
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the hour that it is for */
    @Override
    @Transactional
    public void run(String payload) {
        if (settings.feed() != null) {
            take(FeedEntry.read(fetch(settings.feed())));
        }
    }

    /** Who has come back early stays back, whatever the calendar still says. */
    void take(List<FeedEntry> entries) {
        LocalDate today = calendar.today("");
        Map<String, Absence> known = absences.fromFeed().stream()
                .collect(Collectors.toMap(it -> String.valueOf(it.feedUid()), it -> it, AbsenceFeed::later));
        Set<String> stays = entries.stream()
                .filter(entry -> isKnown(entry, known))
                .map(FeedEntry::uid)
                .collect(Collectors.toSet());
        known.forEach((uid, absence) -> {
            if (!stays.contains(uid) && !isOver(absence)) {
                errands.later(null, FeedAbsence.NAME, FeedAbsence.end(absence));
            }
        });
        entries.stream()
                .filter(entry ->
                        !stays.contains(entry.uid()) && !entry.lastDay().isBefore(today))
                .forEach(entry -> errands.later(null, FeedAbsence.NAME, FeedAbsence.note(entry)));
    }

    private boolean isKnown(FeedEntry entry, Map<String, Absence> known) {
        Absence absence = known.get(entry.uid());
        return absence != null
                && absence.firstDay().equals(entry.firstDay())
                && (isOver(absence) || absence.lastDay().equals(entry.lastDay()));
    }

    /** An entry that was changed has ended once already. */
    private static Absence later(Absence one, Absence other) {
        return one.endsAt().isAfter(other.endsAt()) ? one : other;
    }

    private boolean isOver(Absence absence) {
        return !absence.endsAt().isAfter(clock.instant());
    }

    private static String fetch(URI feed) {
        try {
            URLConnection connection = feed.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            try (var in = connection.getInputStream()) {
                byte[] read = in.readNBytes(LARGEST + 1);
                if (read.length > LARGEST) {
                    throw new IllegalArgumentException("baton.absences.feed is larger than 5 MB");
                }
                return new String(read, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new IllegalStateException("baton.absences.feed cannot be read: " + e.getMessage(), e);
        }
    }
}
