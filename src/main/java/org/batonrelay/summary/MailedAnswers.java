package org.batonrelay.summary;

import java.util.Map;
import java.util.Optional;
import org.batonrelay.lead.Contact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers to summaries that come by mail. They count as those of the page do, also when they come late. */
@Component
@Transactional
public class MailedAnswers {

    /** The engine keeps no longer text in a variable. */
    private static final int LONGEST = 4000;

    private static final String BEFORE = "\n\nBefore that they wrote:\n\n";

    private final Summaries summaries;
    private final ClientAnswers answers;
    private final SummaryProcess process;

    MailedAnswers(Summaries summaries, ClientAnswers answers, SummaryProcess process) {
        this.summaries = summaries;
        this.answers = answers;
        this.process = process;
    }

    /** The summary that a mail of ours brought, or reminded of; by the mail's key. */
    public Optional<Summary> askedBy(String mailKey) {
        return SummaryLetters.summaryOf(mailKey).flatMap(summaries::find);
    }

    /** Whether this summary was sent to this contact. */
    public boolean isFor(Contact contact, Summary summary) {
        return summaries.recipients(summary.id()).contains(contact.id());
    }

    /** Whether the holder has still to say what they wrote of it before: a yes takes nothing of that back. */
    public boolean isUnsorted(Contact contact, Summary summary) {
        return process.unsorted(summary, contact.id()).isPresent();
    }

    /**
     * An unmistakable yes.
     *
     * @param mail the id of the stored mail
     */
    public ClientAnswers.Receipt confirm(Contact contact, Summary summary, String mail) {
        return answers.byMail(contact, mail, summary, null, "mail");
    }

    /**
     * Anything else: today's holder says what it means, in the task {@code sortAnswer}; one task for all that this contact
     * has written of this summary until then, the last of it first.
     */
    public void sort(Contact contact, Summary summary, String mail, String said) {
        // of two mails at once, the second one finds the task of the first
        summaries.lock(summary.id());
        String all = process.unsorted(summary, contact.id())
                .map(before -> said + BEFORE + before)
                .orElse(said);
        process.answerUnclear(
                summary,
                contact.id(),
                Map.of(
                        SortedAnswer.CONTACT,
                        contact.id(),
                        SortedAnswer.MAIL,
                        mail,
                        SortedAnswer.SAID,
                        all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…"));
    }
}
