package org.batonrelay.inbound;

import java.util.List;
import org.batonrelay.cutting.Letterhead;
import org.batonrelay.cutting.QuotedText;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.batonrelay.inbound.signed.KnownLines;
import org.batonrelay.inbound.signed.Signer;
import org.batonrelay.inbound.signed.SmallPrint;
import org.batonrelay.reading.IncomingMail;
import org.springframework.stereotype.Component;

/**
 * Whether a mail says yes to what it answers, and nothing else, in each form that a mail program may show. All of it
 * counts: the lines that remain when those are left out that are known to say nothing have to be a yes, and what it
 * quotes has to be our mail as it was sent. So whatever nobody has thought of is for a person.
 */
@Component
public class UnmistakableYes {

    private static final String SMALL_PRINT = "forms/texts/small-print.txt";

    private record Read(String file, SmallPrint smallPrint) {}

    private final AnswerWords words;
    private final DeployedTexts texts;

    /** What was read last; the file changes seldom. */
    private volatile Read read = new Read("", SmallPrint.of(""));

    public UnmistakableYes(AnswerWords words, DeployedTexts texts) {
        this.words = words;
        this.texts = texts;
    }

    /**
     * What is asked, and of whom.
     *
     * @param messageId of the mail that asks: a yes to one that came in between is none
     * @param sent the texts in which it went out
     * @param names of those who write and are written to
     */
    public record Question(String messageId, String subject, List<String> sent, Signer signer, List<String> names) {

        private Letterhead letterhead() {
            return signer.letterhead(List.of(subject), names);
        }
    }

    public boolean is(IncomingMail mail, Question question) {
        KnownLines known = knownOf(question.signer());
        return !mail.references().isEmpty()
                && question.messageId().equals(mail.references().get(0))
                && PlainAnswer.isOne(mail, question.subject())
                && mail.forms().stream().allMatch(form -> isYes(form, known, question));
    }

    private boolean isYes(IncomingMail.Form form, KnownLines known, Question question) {
        return words.isYes(String.join("\n", known.leaveOut(form.own())), question.names())
                && !form.isWrittenIntoQuotes()
                && QuotedText.of(form.text(), question.letterhead())
                        .changedFrom(question.sent())
                        .isEmpty();
    }

    public KnownLines knownOf(Signer signer) {
        String file = texts.latest(SMALL_PRINT).orElse("");
        Read last = read;
        if (!last.file().equals(file)) {
            last = new Read(file, SmallPrint.of(file));
            read = last;
        }
        return new KnownLines(signer, last.smallPrint());
    }
}
