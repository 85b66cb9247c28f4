package org.batonrelay.handoff;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every offer ever made; at most one of a lead is open. Long because every statement about offers stands here. */
@Repository
@Transactional
public class Offers {

    private static final int LONGEST_NOTE = 4000;
    private static final int AT_ONCE = 500;

    private static final RowMapper<Offer> ROWS = RecordRows.of(Offer.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Offer> of(LeadReference reference) {
        return select("where reference = :value order by offered_at, number", reference.value());
    }

    /** The one that waits for its receiver now. */
    @Transactional(readOnly = true)
    public Optional<Offer> open(LeadReference reference) {
        return select("where reference = :value and outcome = 'open'", reference.value()).stream()
                .findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<Offer> find(String id) {
        return select("where id = :value", id).stream().findFirst();
    }

    /** Those of these ids, in no order. */
    @Transactional(readOnly = true)
    public List<Offer> all(Collection<String> ids) {
        List<Offer> found = new ArrayList<>();
        List<String> left = List.copyOf(ids);
        for (int i = 0; i < left.size(); i += AT_ONCE) {
            found.addAll(jdbc.sql("select * from offer where id in (:ids)")
                    .param("ids", left.subList(i, Math.min(i + AT_ONCE, left.size())))
                    .query(ROWS)
                    .list());
        }
        return found;
    }

    /** The open ones that are meant for this person or one of these groups. */
    List<Offer> openFor(String person, Set<String> groups) {
        List<String> receivers = Stream.concat(
                        Stream.of(person),
                        groups.stream().map(group -> Holder.group(group).value()))
                .toList();
        return jdbc.sql("select * from offer where outcome = 'open' and receiver in (:receivers) order by offered_at")
                .param("receivers", receivers)
                .query(ROWS)
                .list();
    }

    /** The open ones that wait for one of these people alone, whomever they were meant for. */
    List<Offer> openForOneOf(Collection<String> people) {
        return jdbc.sql("select * from offer where outcome = 'open' and candidates in (:people) order by offered_at")
                .param("people", people)
                .query(ROWS)
                .list();
    }

    /** How many open offers wait for each of these alone; for whom none does is left out. */
    Map<String, Integer> waitingFor(Collection<String> people) {
        Map<String, Integer> count = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("select candidates, count(*) as many from offer where outcome = 'open'"
                            + " and candidates in (:people) group by candidates")
                    .param("people", people)
                    .query(row -> {
                        count.put(row.getString("candidates"), row.getInt("many"));
                    });
        }
        return count;
    }

    /** Who has said that it is not theirs, since the exchange began or was last reassigned. */
    Set<String> refusersOf(Offer offer) {
        Set<String> refusers = new LinkedHashSet<>();
        for (Offer before : of(offer.reference())) {
            if (before.outcome() == Offer.Outcome.NOT_OURS && before.exchange() == offer.exchange()) {
                refusers.add(String.valueOf(before.settledBy()));
            } else if (before.outcome() != Offer.Outcome.OPEN && before.outcome() != Offer.Outcome.RECALLED) {
                refusers.clear();
            }
        }
        return refusers;
    }

    /** Changes who of its receivers it waits for. */
    Offer offerTo(Offer offer, String candidates) {
        jdbc.sql("update offer set candidates = :candidates where id = :id")
                .param("candidates", candidates)
                .param("id", offer.id())
                .update();
        return find(offer.id()).orElseThrow();
    }

    /** The last one made, whatever became of it. */
    public Offer last(LeadReference reference) {
        return select("where reference = :value order by offered_at desc, number desc limit 1", reference.value())
                .get(0);
    }

    int nextNumber(LeadReference reference, Exchange exchange) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from offer"
                        + " where reference = :reference and exchange = :exchange")
                .param("reference", reference.value())
                .param("exchange", exchange.id())
                .query(Integer.class)
                .single();
    }

    void add(Offer offer) {
        jdbc.sql("insert into offer (id, reference, exchange, number, giver, receiver, candidates, priority, team,"
                        + " calendar, offered_at, remind_every, remind_at, widen_at, escalate_at, drop_at, backup_group,"
                        + " manager_group, pass_reason)"
                        + " values (:id, :reference, :exchange, :number, :giver, :receiver, :candidates, :priority,"
                        + " :team, :calendar, :offeredAt, :remindEvery, :remindAt, :widenAt, :escalateAt, :dropAt,"
                        + " :backupGroup, :managerGroup, :passReason)")
                .param("id", offer.id())
                .param("reference", offer.reference().value())
                .param("exchange", offer.exchange().id())
                .param("number", offer.number())
                .param("giver", offer.giver().value())
                .param("receiver", offer.receiver().value())
                .param("candidates", offer.candidates())
                .param("priority", offer.priority())
                .param("team", offer.team())
                .param("calendar", offer.calendar())
                .param("offeredAt", utc(offer.offeredAt()))
                .param("remindEvery", offer.remindEvery())
                .param("remindAt", utc(offer.remindAt()))
                .param("widenAt", utc(offer.widenAt()))
                .param("escalateAt", utc(offer.escalateAt()))
                .param("dropAt", utc(offer.dropAt()))
                .param("backupGroup", offer.backupGroup())
                .param("managerGroup", offer.managerGroup())
                .param("passReason", offer.passReason())
                .update();
    }

    void remindAgainAt(Offer offer, @Nullable Instant at) {
        jdbc.sql("update offer set remind_at = :at where id = :id")
                .param("at", utc(at))
                .param("id", offer.id())
                .update();
    }

    void dueAt(Offer offer, DueTimes times) {
        jdbc.sql("update offer set remind_at = :remindAt, widen_at = :widenAt, escalate_at = :escalateAt,"
                        + " drop_at = :dropAt where id = :id")
                .param("remindAt", utc(times.remindAt()))
                .param("widenAt", utc(times.widenAt()))
                .param("escalateAt", utc(times.escalateAt()))
                .param("dropAt", utc(times.dropAt()))
                .param("id", offer.id())
                .update();
    }

    void widen(Offer offer) {
        jdbc.sql("update offer set widened = true where id = :id")
                .param("id", offer.id())
                .update();
    }

    /**
     * Ends an open offer, once.
     *
     * @throws IllegalStateException when it has ended before
     */
    public void settle(Offer offer, Offer.Outcome outcome, String by, @Nullable String reason, @Nullable String note) {
        int settled = jdbc.sql("update offer set outcome = :outcome, settled_at = :now, settled_by = :by,"
                        + " reason = :reason, note = :note where id = :id and outcome = 'open'")
                .param("outcome", outcome.id())
                .param("now", utc(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .param("note", note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE))
                .param("id", offer.id())
                .update();
        if (settled == 0) {
            throw new IllegalStateException("the offer " + offer.id() + " of " + offer.reference() + " is "
                    + outcomeOf(offer) + " and cannot be " + outcome.id());
        }
    }

    /** What the manager found out about a drop. */
    void giveCause(Offer dropped, String cause) {
        jdbc.sql("update offer set reason = :cause where id = :id")
                .param("cause", cause)
                .param("id", dropped.id())
                .update();
    }

    private String outcomeOf(Offer offer) {
        return find(offer.id()).map(it -> it.outcome().id()).orElse("unknown");
    }

    private List<Offer> select(String where, String value) {
        return jdbc.sql("select * from offer " + where)
                .param("value", value)
                .query(ROWS)
                .list();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
