package org.batonrelay.meeting;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.lead.Contact;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.summary.HeadingTitles;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;

/** What a meeting is about. Its first point is always to go through what was agreed, so that nobody has to repeat it. */
@Component
class Agenda {

    private final Summaries summaries;
    private final HeadingTitles titles;

    Agenda(Summaries summaries, HeadingTitles titles) {
        this.summaries = summaries;
        this.titles = titles;
    }

    boolean isAnythingNoted(LeadReference reference) {
        return noted(reference).isPresent();
    }

    /** Whether what is noted was sent to this person. */
    boolean isNotedFor(Contact contact) {
        return noted(contact.reference())
                .filter(it -> summaries.sentTo(contact.id()).contains(it))
                .isPresent();
    }

    /**
     * As plain text, for a calendar: the text as it was agreed, and which version that is.
     *
     * @param withText whether its reader may see the text
     * @param contact who of ours looks after them, and answers
     */
    String inWords(LeadReference reference, Locale language, boolean withText, String contact) {
        boolean german = language.getLanguage().equals("de");
        String noted = noted(reference)
                .filter(it -> withText)
                .map(summary -> version(summary, german) + ":\n" + headings(summary, language))
                .orElse("");
        return (german ? "1. Wir gehen durch, was wir festgehalten haben" : "1. We go through what we noted")
                + noted
                + (german
                        ? "\n2. Ihre Fragen\n3. Nächster Schritt mit Datum"
                        : "\n2. Your questions\n3. Next step and its date")
                + (contact.isEmpty() ? "" : (german ? "\n\nFür Sie da: " : "\n\nYour contact: ") + contact);
    }

    /** What was agreed, or else the newest. */
    private Optional<Summary> noted(LeadReference reference) {
        return summaries.lastAgreed(reference).or(() -> summaries.last(reference));
    }

    private static String version(Summary summary, boolean german) {
        boolean confirmed = summary.status() == Summary.Status.CONFIRMED;
        return (german ? " (Fassung " : " (version ")
                + summary.version()
                + (confirmed ? german ? ", bestätigt" : ", confirmed" : "")
                + ")";
    }

    private String headings(Summary summary, Locale language) {
        Map<String, String> named = titles.of(summary, language);
        return summary.headings().byName().entrySet().stream()
                .filter(heading -> heading.getValue() != null)
                .map(heading -> "   " + named.get(heading.getKey()) + ": " + heading.getValue())
                .collect(Collectors.joining("\n"));
    }
}
