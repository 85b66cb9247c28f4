package org.batonrelay.baton;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every promise of every lead. Long because all that can become of one stands in one place. */
@Repository
@Transactional
public class Promises {

    private static final RowMapper<Promise> ROWS = RecordRows.of(Promise.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final OneAfterTheOther turns;
    private final PromiseOwners owners;

    Promises(
            JdbcClient jdbc,
            Clock clock,
            Ledger ledger,
            ApplicationEventPublisher events,
            OneAfterTheOther turns,
            PromiseOwners owners) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ledger = ledger;
        this.events = events;
        this.turns = turns;
        this.owners = owners;
    }

    /** Oldest first, each with its owner of today. */
    public List<Promise> of(LeadReference reference) {
        return owners.today(
                reference,
                jdbc.sql("select * from promise where reference = :reference order by made_at, id")
                        .param("reference", reference.value())
                        .query(ROWS)
                        .list());
    }

    public Promise get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no promise " + id));
    }

    /** The same for one that comes out of a summary, or of what the client has asked for beside one. */
    public Promise make(
            LeadReference reference,
            @Nullable String summaryId,
            String what,
            String side,
            String owner,
            LocalDate dueOn) {
        return make(reference, summaryId == null ? "item" : "summary", summaryId, what, side, owner, dueOn);
    }

    /**
     * Writes a promise down, {@code promise.made}, and tells a running onboarding; the same text is made only once.
     *
     * @param source see {@link Promise}
     */
    public Promise make(
            LeadReference reference,
            String source,
            @Nullable String summaryId,
            String what,
            String side,
            String owner,
            LocalDate dueOn) {
        Optional<Promise> same = of(reference).stream()
                .filter(it -> it.what().equalsIgnoreCase(what.strip()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Promise promise = new Promise(
                UUID.randomUUID().toString(),
                reference,
                source,
                summaryId,
                what.strip(),
                side,
                owner,
                dueOn,
                "open",
                null);
        jdbc.sql("insert into promise (id, reference, source, summary_id, what, side, owner, due_on, state, made_at)"
                        + " values (:id, :reference, :source, :summary, :what, :side, :owner, :due, 'open', :now)")
                .param("id", promise.id())
                .param("reference", reference.value())
                .param("source", source)
                .param("summary", summaryId)
                .param("what", promise.what())
                .param("side", side)
                .param("owner", owner)
                .param("due", dueOn)
                .param("now", now())
                .update();
        ledger.append(NewEntry.of(reference, EntryType.PROMISE_MADE)
                .with("promise", promise.id())
                .with("what", promise.what())
                .with("source", source)
                .with("side", side)
                .with("owner", owner)
                .with("dueOn", dueOn.toString()));
        events.publishEvent(new PromiseMade(promise));
        return promise;
    }

    public void keep(String id) {
        settle(id, "kept", null, null);
    }

    /** The same for what nobody has to say, with the reason. */
    public void keep(String id, String why) {
        settle(id, "kept", why, null);
    }

    /**
     * Keeps what nobody has settled yet; of two who say so at once the second hears that it is done.
     *
     * @param by who says so, where nobody is logged in: a client
     * @return whether it was open until now
     */
    public boolean keepIfOpen(String id, String by) {
        turns.take(get(id).reference().value());
        String state = jdbc.sql("select state from promise where id = :id for update")
                .param("id", id)
                .query(String.class)
                .single();
        if (!state.equals("open")) {
            return false;
        }
        settle(id, "kept", null, by);
        return true;
    }

    /** A later date is still an open promise; why it moved is kept. */
    public void move(String id, LocalDate to, String why) {
        turns.take(get(id).reference().value());
        int changed = jdbc.sql("update promise set due_on = :due, reason = :why where id = :id and state = 'open'")
                .param("due", to)
                .param("why", why)
                .param("id", id)
                .update();
        Promise promise = get(id);
        if (changed == 0) {
            throw new IllegalStateException("the promise is " + promise.state() + " already");
        }
        ledger.append(NewEntry.of(promise.reference(), EntryType.PROMISE_MOVED)
                .with("promise", id)
                .with("what", promise.what())
                .with("dueOn", to.toString())
                .with("why", why));
    }

    public void drop(String id, String why) {
        settle(id, "dropped", why, null);
    }

    private void settle(String id, String state, @Nullable String why, @Nullable String by) {
        Promise promise = get(id);
        turns.take(promise.reference().value());
        int changed = jdbc.sql("update promise set state = :state, reason = coalesce(:why, reason), settled_at = :now,"
                        + " owner = :owner where id = :id and state = 'open'")
                .param("state", state)
                .param("owner", promise.owner())
                .param("why", why)
                .param("now", now())
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new IllegalStateException("the promise is " + promise.state() + " already");
        }
        NewEntry entry = NewEntry.of(
                promise.reference(), state.equals("kept") ? EntryType.PROMISE_KEPT : EntryType.PROMISE_DROPPED);
        ledger.append((by == null ? entry : entry.by(by))
                .with("promise", id)
                .with("what", promise.what())
                .with("why", why));
    }

    private Optional<Promise> find(String id) {
        return jdbc.sql("select * from promise where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional()
                .map(it -> owners.today(it.reference(), List.of(it)).get(0));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
