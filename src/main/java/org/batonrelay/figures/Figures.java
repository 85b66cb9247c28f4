package org.batonrelay.figures;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.batonrelay.baton.Holder;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.batonrelay.insight.Names;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of the relay: what the ledger says of a stretch of time, in-house and partners by the same way. */
@Component
@Transactional(readOnly = true)
class Figures {

    private static final int AT_ONCE = 500;

    private static final Set<EntryType> COUNTED = EnumSet.of(
            EntryType.HANDOFF_OFFERED,
            EntryType.HANDOFF_ACCEPTED,
            EntryType.HANDOFF_RETURNED,
            EntryType.HANDOFF_NOT_OURS,
            EntryType.HANDOFF_REASSIGNED,
            EntryType.HANDOFF_RECALLED,
            EntryType.HANDOFF_ESCALATED,
            EntryType.HANDOFF_DROPPED,
            EntryType.HANDOFF_EXPLAINED,
            EntryType.HANDOFF_EXPIRED,
            EntryType.SUMMARY_WRITTEN,
            EntryType.SUMMARY_SENT,
            EntryType.SUMMARY_CONFIRMED,
            EntryType.SUMMARY_CORRECTED,
            EntryType.SUMMARY_UNANSWERED,
            EntryType.DEPARTURE_RECORDED,
            EntryType.MEETING_RATED);

    private final Ledger ledger;
    private final Offers offers;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(Ledger ledger, Offers offers, People people, JdbcClient jdbc, Clock clock) {
        this.ledger = ledger;
        this.offers = offers;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param by null for all together */
    List<GroupFigures> between(Instant from, Instant until, @Nullable FiguresBy by, ZoneId zone) {
        Instant now = clock.instant();
        List<LedgerEntry> entries = ledger.between(from, until, COUNTED);
        Map<String, Offer> about = offers
                .all(entries.stream()
                        .map(entry -> entry.detail().get("offerId"))
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Offer::id, Function.identity()));
        if (by == null) {
            return List.of(GroupFigures.of(null, null, entries, about, now));
        }
        Set<String> references =
                entries.stream().map(entry -> entry.reference().value()).collect(Collectors.toSet());
        FiguresBy.Known known = new FiguresBy.Known(
                about,
                read(
                        "select concat(reference, ' ', version), author from summary where reference in (:references)",
                        references),
                read(
                        "select reference, source from lead where source is not null and reference in (:references)",
                        references),
                people,
                zone);
        Map<String, List<LedgerEntry>> groups = new TreeMap<>();
        entries.forEach(entry -> by.of(entry, known)
                .ifPresent(of ->
                        groups.computeIfAbsent(of, it -> new ArrayList<>()).add(entry)));
        return groups.entrySet().stream()
                .map(group -> GroupFigures.of(group.getKey(), name(group.getKey(), by), group.getValue(), about, now))
                .toList();
    }

    private String name(String of, FiguresBy by) {
        return switch (by) {
            case TEAM, PARTNER -> people.groupName(of);
            case PERSON -> new Names(people).of(new Holder(of).value());
            case SOURCE, WEEK -> of;
        };
    }

    /** @param sql a statement of this class: the name and the value of each row */
    private Map<String, String> read(String sql, Collection<String> references) {
        Map<String, String> found = new HashMap<>();
        List<String> left = List.copyOf(references);
        for (int i = 0; i < left.size(); i += AT_ONCE) {
            jdbc.sql(sql)
                    .param("references", left.subList(i, Math.min(i + AT_ONCE, left.size())))
                    .query(row -> {
                        found.put(row.getString(1), row.getString(2));
                    });
        }
        return found;
    }
}
