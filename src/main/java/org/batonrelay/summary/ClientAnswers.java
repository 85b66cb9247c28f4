package org.batonrelay.summary;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.engine.Errands;
import org.batonrelay.lead.Contact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what clients say. An answer is stored, with the job that will count it, in one transaction of its own, before
 * anybody knows whether it is still waited for: so none is lost, and the client never waits for the process.
 */
@Component
@Transactional
public class ClientAnswers {

    /** What became of an answer, for the page that thanks for it. */
    public enum Receipt {
        STORED,
        /** The same form, or the same word, for the second time: the first one counts. */
        ANSWERED_BEFORE,
        /** Nobody needs an answer to this version any more; it is noted all the same. */
        TOO_LATE,
        /** There is no such summary for this contact. */
        UNKNOWN
    }

    private static final String PAGE = "page";

    private final Summaries summaries;
    private final Answers answers;
    private final Errands errands;
    private final Clock clock;

    ClientAnswers(Summaries summaries, Answers answers, Errands errands, Clock clock) {
        this.summaries = summaries;
        this.answers = answers;
        this.errands = errands;
        this.clock = clock;
    }

    /** @param form the id of the form that was sent in; one form is one answer, however often it is sent */
    public Receipt confirm(Contact contact, String form, String summaryId, int version) {
        return take(contact, form, summaryId, version, Answer.Verdict.CONFIRMED, Map.of(), null, PAGE);
    }

    /** @param said the text under each heading, by its name; headings it does not name are left as they are */
    public Receipt correct(
            Contact contact,
            String form,
            String summaryId,
            int version,
            Map<String, String> said,
            @Nullable String remark) {
        return take(contact, form, summaryId, version, Answer.Verdict.CORRECTED, said, Headings.trimmed(remark), PAGE);
    }

    /**
     * An answer that came by mail, as far as it is clear what it means.
     *
     * @param mail the id of the stored mail: one mail is one answer, however often it is taken
     * @param words what they wrote, where it corrects the summary; null for a confirmation
     * @param how who says that this is what it means
     */
    Receipt byMail(Contact contact, String mail, Summary summary, @Nullable String words, String how) {
        return take(
                contact,
                UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8)).toString(),
                summary.id(),
                summary.version(),
                words == null ? Answer.Verdict.CONFIRMED : Answer.Verdict.CORRECTED,
                Map.of(),
                Headings.trimmed(words),
                how);
    }

    /** What this contact has said of this summary, oldest first. */
    public List<Answer> by(Contact contact, Summary summary) {
        return answers.by(contact.id(), summary.id());
    }

    private Receipt take(
            Contact contact,
            String form,
            String summaryId,
            int version,
            Answer.Verdict verdict,
            Map<String, String> said,
            @Nullable String remark,
            String how) {
        Optional<Summary> theirs = summaries.sentTo(contact.id()).stream()
                .filter(it -> it.id().equals(summaryId) && it.version() == version)
                .findFirst();
        if (theirs.isEmpty()) {
            return Receipt.UNKNOWN;
        }
        // two clicks at once are answered one after the other
        Summary summary = summaries.lock(summaryId);
        Map<String, String> changes = summary.headings().changesIn(said);
        boolean nothingChanged = changes.isEmpty() && remark == null;
        Answer answer = new Answer(
                form,
                summaryId,
                contact.id(),
                nothingChanged ? Answer.Verdict.CONFIRMED : verdict,
                changes,
                remark,
                how,
                clock.instant(),
                null);
        if (saidBefore(contact, summary, answer)) {
            return Receipt.ANSWERED_BEFORE;
        }
        answers.add(answer);
        errands.later(null, CountAnswer.NAME, answer.id());
        return summary.status() == Summary.Status.WITHDRAWN ? Receipt.TOO_LATE : Receipt.STORED;
    }

    /** A second word of the same contact is a new answer only when it puts something else right. */
    private boolean saidBefore(Contact contact, Summary summary, Answer answer) {
        boolean sameForm = answers.find(answer.id()).isPresent();
        List<Answer> before = answers.by(contact.id(), summary.id());
        boolean nothingNew = answer.verdict() == Answer.Verdict.CONFIRMED
                ? !before.isEmpty()
                : before.stream()
                        .anyMatch(it -> it.headings().equals(answer.headings())
                                && Objects.equals(it.remark(), answer.remark()));
        return sameForm || nothingNew;
    }
}
