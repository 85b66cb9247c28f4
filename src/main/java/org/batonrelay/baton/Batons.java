package org.batonrelay.baton;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.CurrentActor;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All batons; the only place where a holder changes. One row a lead with a holder that cannot be empty: that is how a
 * baton is never without exactly one holder. Every change is on the ledger, and in the variables of the running
 * processes, in the same transaction.
 *
 * <p>Long because it is the whole life of a baton in one place.
 */
@Component
@Transactional
public class Batons {

    private static final RowMapper<Baton> ROWS = RecordRows.of(Baton.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Ledger ledger;
    private final RunningProcesses running;
    private final OneAfterTheOther turns;

    Batons(JdbcClient jdbc, Clock clock, Ledger ledger, RunningProcesses running, OneAfterTheOther turns) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ledger = ledger;
        this.running = running;
        this.turns = turns;
    }

    public Optional<Baton> find(LeadReference reference) {
        return jdbc.sql("select * from baton where reference = :reference")
                .param("reference", reference.value())
                .query(ROWS)
                .optional();
    }

    /** Whether it has not ended; nobody changes it any more before the caller's transaction has ended. */
    public boolean keepOpen(LeadReference reference) {
        Baton.State state = lock(reference).state();
        return state != Baton.State.FINISHED && state != Baton.State.CLOSED;
    }

    /** @throws IllegalArgumentException when there is none */
    public Baton get(LeadReference reference) {
        return find(reference).orElseThrow(() -> new IllegalArgumentException("no baton " + reference));
    }

    /** A lead has been captured: somebody holds it from this moment on. */
    public void create(LeadReference reference, Holder holder) {
        jdbc.sql("insert into baton (reference, state, leg, holder, holder_since, flags, last_done_at)"
                        + " values (:reference, 'running', 'capture', :holder, :now, '', :now)")
                .param("reference", reference.value())
                .param("holder", holder.value())
                .param("now", now())
                .update();
        ledger.append(NewEntry.of(reference, EntryType.HOLDER_CHANGED)
                .leg(Leg.CAPTURE.id())
                .with("to", holder.value())
                .with("why", "captured"));
    }

    /**
     * Gives the baton to somebody else: holder, {@code holder.changed}, the variable {@code holder} of every running
     * process of the lead, and the open tasks of the previous holder. Nothing when they hold it already.
     */
    public void pass(LeadReference reference, Holder to, String why) {
        pass(reference, to, why, CurrentActor.name());
    }

    /** The same, where somebody else has decided it than whoever is at work now. */
    public void pass(LeadReference reference, Holder to, String why, String by) {
        Baton before = lock(reference);
        if (before.holder().equals(to)) {
            return;
        }
        update(reference, "holder = :a, holder_since = :b, last_done_at = :b", to.value(), now());
        record(
                before,
                EntryType.HOLDER_CHANGED,
                entry -> entry.by(by)
                        .with("from", before.holder().value())
                        .with("to", to.value())
                        .with("why", why));
        running.set(reference, Variables.HOLDER, to.value());
        running.reassign(reference, before.holder(), to);
    }

    public void startLeg(LeadReference reference, Leg leg) {
        Baton before = lock(reference);
        update(reference, "leg = :a, last_done_at = :b", leg.id(), now());
        running.set(reference, Variables.LEG, leg.id());
        ledger.append(NewEntry.of(reference, EntryType.LEG_STARTED)
                .leg(leg.id())
                .with("holder", before.holder().value()));
    }

    public void finishLeg(LeadReference reference, String outcome) {
        record(lock(reference), EntryType.LEG_FINISHED, entry -> entry.with("outcome", outcome));
        touch(reference);
    }

    /**
     * Where the relay stands; the ledger entry of it is the caller's. What is finished or closed stays so.
     *
     * @throws IllegalStateException when it is to become anything else
     */
    public void become(LeadReference reference, Baton.State state) {
        turns.take(reference.value());
        int changed = jdbc.sql("update baton set state = :state, last_done_at = :now where reference = :reference"
                        + " and (state not in ('finished', 'closed') or state = :state)")
                .param("state", state.id())
                .param("now", now())
                .param("reference", reference.value())
                .update();
        if (changed == 0) {
            throw new IllegalStateException(
                    "the relay of " + reference + " is over or unknown, and cannot become " + state.id());
        }
    }

    /** Raises a flag; nothing when it flies already. */
    public void raise(LeadReference reference, Flag flag, String why) {
        change(reference, flag, true, why);
    }

    /** Clears a flag; nothing when it does not fly. */
    public void clear(LeadReference reference, Flag flag, String why) {
        change(reference, flag, false, why);
    }

    /** Somebody did something for the lead: the leg's clock starts anew. */
    public void touch(LeadReference reference) {
        update(reference, "last_done_at = :b", null, now());
    }

    public void agreeNextStep(LeadReference reference, String what, LocalDate on) {
        turns.take(reference.value());
        jdbc.sql("update baton set next_step = :what, next_step_on = :day, last_done_at = :now"
                        + " where reference = :reference")
                .param("what", what)
                .param("day", on)
                .param("now", now())
                .param("reference", reference.value())
                .update();
        clear(reference, Flag.NO_NEXT_STEP, "next step agreed");
    }

    /** What was agreed does not hold any more. */
    public void forgetNextStep(LeadReference reference) {
        turns.take(reference.value());
        jdbc.sql("update baton set next_step = null, next_step_on = null where reference = :reference")
                .param("reference", reference.value())
                .update();
    }

    /** Records that somebody left the process. */
    public void recordDeparture(LeadReference reference, String what, String why) {
        record(
                get(reference),
                EntryType.DEPARTURE_RECORDED,
                entry -> entry.with("what", what).with("why", why));
    }

    private void change(LeadReference reference, Flag flag, boolean up, String why) {
        Baton before = lock(reference);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(before.flags());
        boolean changed = up ? flags.add(flag) : flags.remove(flag);
        if (!changed) {
            return;
        }
        String text = flags.stream().map(Flag::id).collect(Collectors.joining(","));
        jdbc.sql("update baton set flags = :flags where reference = :reference")
                .param("flags", text)
                .param("reference", reference.value())
                .update();
        record(
                before,
                up ? EntryType.FLAG_RAISED : EntryType.FLAG_CLEARED,
                entry -> entry.with("flag", flag.id()).with("why", why));
        running.set(reference, Variables.FLAGS, text);
    }

    private void record(Baton baton, EntryType type, java.util.function.UnaryOperator<NewEntry> more) {
        ledger.append(
                more.apply(NewEntry.of(baton.reference(), type).leg(baton.leg().id())));
    }

    /** Two that change one baton at once do it one after the other. */
    private Baton lock(LeadReference reference) {
        turns.take(reference.value());
        return jdbc.sql("select * from baton where reference = :reference for update")
                .param("reference", reference.value())
                .query(ROWS)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no baton " + reference));
    }

    private void update(
            LeadReference reference, String what, @org.jspecify.annotations.Nullable String a, OffsetDateTime b) {
        turns.take(reference.value());
        var statement = jdbc.sql("update baton set " + what + " where reference = :reference")
                .param("b", b)
                .param("reference", reference.value());
        (a == null ? statement : statement.param("a", a)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
