package org.batonrelay.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.watch.LegDeadlines;
import org.batonrelay.watch.WrittenDeadlines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kickoff of an onboarding: its date is agreed soon after the signature, and nothing promised is forgotten in it. */
@Component
@Transactional
class Kickoffs {

    private final KickoffItems items;
    private final Promises promises;
    private final Signatures signatures;
    private final WrittenDeadlines written;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Batons batons;
    private final Ledger ledger;
    private final KickoffNotice notice;
    private final Clock clock;

    Kickoffs(
            KickoffItems items,
            Promises promises,
            Signatures signatures,
            WrittenDeadlines written,
            AgreedDates dates,
            BusinessCalendar hours,
            Batons batons,
            Ledger ledger,
            KickoffNotice notice,
            Clock clock) {
        this.items = items;
        this.promises = promises;
        this.signatures = signatures;
        this.written = written;
        this.dates = dates;
        this.hours = hours;
        this.batons = batons;
        this.ledger = ledger;
        this.notice = notice;
        this.clock = clock;
    }

    /** Counted from the signature, by the rule {@code kickoff} of {@code leg-deadlines}. */
    Date dateDueAt(LeadReference reference, String priority, String executionId) {
        Instant signed = signatures.of(reference).orElseGet(clock::instant);
        return LegDeadlines.timer(deadlines(priority, executionId).escalateAt(signed, hours, dates.teamOf(reference)));
    }

    /** {@code kickoff.overdue}; the holder and the managers are told. */
    void escalate(LeadReference reference, String priority, String executionId) {
        String managers = deadlines(priority, executionId).managerGroup();
        LedgerEntry overdue = ledger.append(NewEntry.of(reference, EntryType.KICKOFF_OVERDUE)
                .leg(batons.get(reference).leg().id())
                .with("holder", batons.get(reference).holder().value())
                .with("managers", managers));
        notice.later(overdue, managers);
    }

    boolean isKickoff(Promise promise) {
        return items.isKickoff(promise.id());
    }

    /**
     * A kickoff is not done while something promised is past its date and nobody has said what becomes of it.
     *
     * @throws Refusal that names it
     */
    void requireEverythingDecided(Promise promise) {
        if (!items.isKickoff(promise.id())) {
            return;
        }
        List<Promise> undecided = undecidedBefore(promise);
        if (!undecided.isEmpty()) {
            throw new Refusal("Before the kickoff is done, decide what becomes of what is past its date: "
                    + undecided.stream()
                            .map(it -> "“" + it.what() + "” (" + WrittenDates.day(it.dueOn()) + ")")
                            .collect(Collectors.joining(", "))
                    + ". Each has a task of its own.");
        }
    }

    /** What else was promised, is past its date, and has not been decided. */
    List<Promise> undecidedBefore(Promise kickoff) {
        LocalDate today = hours.today(dates.teamOf(kickoff.reference()));
        return promises.of(kickoff.reference()).stream()
                .filter(it -> !it.id().equals(kickoff.id()))
                .filter(it -> it.state().equals("open") && it.dueOn().isBefore(today))
                .toList();
    }

    private LegDeadlines deadlines(String priority, String executionId) {
        return written.of("kickoff", priority, executionId);
    }
}
