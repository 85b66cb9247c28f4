package org.batonrelay.summary;

import java.time.Clock;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Flag;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.NewEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an answer means for its summary. The first one counts; a later different one is a correction; an answer to a
 * withdrawn one, and a second confirmation, only go on the timeline.
 */
@Component
@Transactional
class Counting {

    private final Summaries summaries;
    private final Answers answers;
    private final SummaryWriting writing;
    private final Contacts contacts;
    private final Batons batons;
    private final Ledger ledger;
    private final Clock clock;

    Counting(
            Summaries summaries,
            Answers answers,
            SummaryWriting writing,
            Contacts contacts,
            Batons batons,
            Ledger ledger,
            Clock clock) {
        this.summaries = summaries;
        this.answers = answers;
        this.writing = writing;
        this.contacts = contacts;
        this.batons = batons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return the version that a correction made */
    Optional<Summary> count(Answer answer) {
        Summary summary = summaries.lock(answer.summaryId());
        answers.markApplied(answer.id(), clock.instant());
        String by = "client:"
                + contacts.find(answer.contactId()).map(it -> it.email()).orElse("unknown");
        boolean corrects = answer.verdict() == Answer.Verdict.CORRECTED;
        if (summary.status() == Summary.Status.WITHDRAWN || !(corrects || summary.isWaiting())) {
            note(summary, answer, by);
            return Optional.empty();
        }
        return corrects ? Optional.of(correct(summary, answer, by)) : confirm(summary, answer, by);
    }

    /** Somebody was told so by phone or in a meeting. */
    void confirmByPhone(String summaryId, String by) {
        Summary summary = summaries.lock(summaryId);
        record(summary, EntryType.SUMMARY_CONFIRMED, by, "phone");
        clearFlag(summary);
        summaries.save(summary.confirm(by, clock.instant()));
    }

    private Optional<Summary> confirm(Summary summary, Answer answer, String by) {
        record(summary, EntryType.SUMMARY_CONFIRMED, by, answer.how());
        clearFlag(summary);
        summaries.save(summary.confirm(by, answer.answeredAt()));
        return Optional.empty();
    }

    private Summary correct(Summary summary, Answer answer, String by) {
        record(summary, EntryType.SUMMARY_CORRECTED, by, answer.how());
        clearFlag(summary);
        boolean firstCorrection = summary.status() != Summary.Status.CORRECTED;
        if (firstCorrection) {
            summaries.save(summary.correct(by, answer.answeredAt()));
        }
        return writing.correct(summary, answer, by);
    }

    /** The flag is about the summary that still waits; an answer to an earlier one does not take it down. */
    private void clearFlag(Summary summary) {
        if (summary.isWaiting()) {
            batons.clear(summary.reference(), Flag.SUMMARY_UNANSWERED, "answered");
        }
    }

    private void record(Summary summary, EntryType type, String by, String how) {
        // the wait is over: the holder's time begins now
        batons.touch(summary.reference());
        ledger.append(NewEntry.of(summary.reference(), type)
                .by(by)
                .leg(summary.leg())
                .with("version", summary.version())
                .with("announced", summary.announced())
                .with("how", how));
    }

    private void note(Summary summary, Answer answer, String by) {
        ledger.append(NewEntry.of(summary.reference(), EntryType.LEAD_TOUCHED)
                .by(by)
                .leg(summary.leg())
                .with("what", "summary " + answer.verdict().id() + " once more")
                .with("version", summary.version())
                .with("status", summary.status().id())
                .with("remark", answer.remark()));
    }
}
