package org.batonrelay.inbound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.batonrelay.cutting.Letterhead;
import org.batonrelay.cutting.QuotedText;
import org.batonrelay.inbound.signed.KnownLines;
import org.batonrelay.inbound.signed.Signer;
import org.batonrelay.reading.IncomingMail;
import org.springframework.stereotype.Component;

/**
 * What people read of a client's mail: its new part; whatever else its sender has written below their name, or only into
 * one of its forms; and what the mail quotes otherwise than we sent it. Nothing is left out but what is known to say
 * nothing, and what is quoted word for word.
 */
@Component
public class ClientWords {

    static final String NO_WORDS = "(no text of their own)";

    private static final String BELOW = "Below that:";
    private static final String CHANGED = "The quoted text was changed. It now says:";
    private static final String WE_SENT = "We had sent:";
    private static final String NOT_OURS = "Below it they quote what is not our mail:";
    /** More of a foreign mail is read where it lies. */
    private static final int MOST_LINES = 60;

    /** A line of so many words may be a piece of another form's longer line. */
    private static final int WRAPPED = 4;

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final UnmistakableYes yes;

    public ClientWords(UnmistakableYes yes) {
        this.yes = yes;
    }

    /**
     * @param subject of the mail that it answers; empty where it is not known
     * @param sent the texts in which the mail went out that it answers; none where it is not known
     * @param everything whether also a quote that is not of our mail is to be read, as with an answer to a summary
     */
    public String of(IncomingMail mail, Signer signer, String subject, List<String> sent, boolean everything) {
        Letterhead ours = signer.anyLetterhead(List.of(subject, mail.subject()));
        Map<String, String> quoted = new LinkedHashMap<>();
        for (IncomingMail.Form form : mail.forms()) {
            QuotedText.of(form.text(), ours)
                    .changedFrom(sent)
                    .filter(it -> it.isOurs() || everything)
                    .map(ClientWords::inWords)
                    .ifPresent(it -> quoted.putIfAbsent(bare(it), it));
        }
        List<String> parts = new ArrayList<>();
        parts.add(ownOf(mail, signer));
        parts.addAll(quoted.values());
        String all =
                String.join("\n\n", parts.stream().filter(it -> !it.isBlank()).toList());
        return Optional.of(all.isBlank() ? mail.text() : all)
                .filter(it -> !it.isBlank())
                .orElse(NO_WORDS);
    }

    /** The same without what it quotes; empty where they have written nothing. */
    String ownOf(IncomingMail mail, Signer signer) {
        String said = mail.said().strip();
        List<String> below = below(mail, said, yes.knownOf(signer));
        if (below.isEmpty()) {
            return said;
        }
        return (said.isEmpty() ? "" : said + "\n\n" + BELOW + "\n") + String.join("\n", below);
    }

    private static String inWords(QuotedText.Change change) {
        String now = lines(change.now());
        if (!change.isOurs()) {
            return NOT_OURS + "\n" + now;
        }
        String before = change.before().isEmpty() ? "" : WE_SENT + "\n" + lines(change.before());
        return CHANGED + "\n" + (now.isEmpty() ? "(taken out)" : now) + (before.isEmpty() ? "" : "\n\n" + before);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines.subList(0, Math.min(lines.size(), MOST_LINES)))
                + (lines.size() > MOST_LINES ? "\n…" : "");
    }

    /** Lines of theirs that are not among what counts as said: each form's, once. */
    private static List<String> below(IncomingMail mail, String said, KnownLines known) {
        Set<String> read =
                new LinkedHashSet<>(said.lines().map(ClientWords::bare).toList());
        String all = " " + bare(said) + " ";
        List<String> below = new ArrayList<>();
        for (IncomingMail.Form form : mail.forms()) {
            for (String line : known.leaveOut(form.own())) {
                String bare = bare(line);
                boolean wrapped = bare.split(" ").length >= WRAPPED && all.contains(" " + bare + " ");
                if (!bare.isEmpty() && !wrapped && read.add(bare)) {
                    below.add(line.strip());
                }
            }
        }
        return below;
    }

    public static String bare(String line) {
        return NO_LETTERS.matcher(line.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
