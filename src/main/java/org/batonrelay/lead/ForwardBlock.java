package org.batonrelay.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.reading.Origin.Party;

/**
 * A mail that stands in another one's text because somebody has forwarded it, as Gmail, Outlook, Apple Mail,
 * Thunderbird and others write it: a few lines of its headers, an empty line, and what it says.
 *
 * @param from who wrote it; an empty address where the lines do not tell
 */
record ForwardBlock(Party from, String subject, String text) {

    private static final int MOST_LINES = 3_000;
    private static final int LONGEST_HEAD = 14;
    private static final String FROM = "from|von|de|van|da|från|fra|od|lähettäjä";
    private static final String OTHERS =
            "sent|date|to|cc|subject|reply-?to|gesendet|datum|an|kopie|betreff|antwort an|envoyé|date|à|objet|répondre à"
                    + "|enviado( el)?|fecha|para|asunto|inviato|data|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne"
                    + "|wysłano|do|temat|importance|wichtigkeit|priorität";
    private static final Pattern HEAD = Pattern.compile("(?iu)^(" + FROM + ")\\s*:\\s*(\\S.*)$");
    private static final Pattern OTHER = Pattern.compile("(?iu)^(" + OTHERS + ")\\s*:\\s*(.*)$");
    private static final Pattern SUBJECT =
            Pattern.compile("(?iu)^(subject|betreff|objet|asunto|oggetto|onderwerp|ämne|emne|temat)\\s*:\\s*(.*)$");
    private static final Pattern MARK = Pattern.compile(
            "(?iu)^\\W*(-+\\s*)?(begin )?(forwarded (message|by|mail)|original message|weitergeleitete nachricht|ursprüngliche nachricht"
                    + "|anfang der weitergeleiteten( nachricht| e-?mail)?|originalnachricht|message (transféré|réexpédié|d'origine)"
                    + "|début du message (réexpédié|transféré)|mensaje (reenviado|original)|inicio del mensaje reenviado"
                    + "|messaggio inoltrato|doorgestuurd bericht)\\b.*$");
    private static final Pattern SUBJECT_MARK =
            Pattern.compile("(?iu)^\\s*(fwd?|wg|tr|rv|i|doorst|vs|vb|enc|pd|weiterleitung|wtrlt)\\s*:.*");
    private static final Pattern ANSWER = Pattern.compile("(?iu)^\\s*(re|aw|antw|antwort|sv|ref)\\s*:.*");

    /** Whether a mail says by its subject that it passes another one on. */
    static boolean isForward(String subject) {
        return SUBJECT_MARK.matcher(subject).matches();
    }

    static boolean isAnswer(String subject) {
        return ANSWER.matcher(subject).matches();
    }

    /** Whether a line of a mail program's says so. */
    static boolean isMarked(String text) {
        return text.lines()
                .limit(MOST_LINES)
                .map(ForwardBlock::bare)
                .anyMatch(it -> MARK.matcher(it).matches());
    }

    /** The mails in a text, the nearest first. */
    static List<ForwardBlock> in(String text) {
        List<String> lines =
                text.lines().limit(MOST_LINES).map(ForwardBlock::bare).toList();
        List<Integer> heads = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (HEAD.matcher(lines.get(i)).matches() && headers(lines, i) > 1) {
                heads.add(i);
            }
        }
        List<ForwardBlock> blocks = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            blocks.add(read(lines, heads.get(i), i + 1 < heads.size() ? heads.get(i + 1) : lines.size()));
        }
        return blocks;
    }

    /** What the one who forwards has written above. */
    static String above(String text) {
        List<String> lines = text.lines().limit(MOST_LINES).toList();
        StringBuilder above = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = bare(lines.get(i));
            boolean begins = MARK.matcher(line).matches()
                    || line.matches("_{5,}")
                    || HEAD.matcher(line).matches()
                            && headers(lines.stream().map(ForwardBlock::bare).toList(), i) > 1;
            if (begins) {
                break;
            }
            above.append(lines.get(i)).append('\n');
        }
        return above.toString().strip();
    }

    private static String bare(String line) {
        return line.replaceAll("[\\u00a0\\u202f\\u2007]", " ")
                .replaceFirst("^[\\s>|]+", "")
                .replaceAll("\\*(?=[\\p{L}-]+\\s*:)|(?<=:)\\*|\\*(?=\\s*:)", "")
                .strip();
    }

    /** How many lines of headers there are around this one. */
    private static int headers(List<String> lines, int at) {
        int from = at;
        while (from > 0
                && at - from < LONGEST_HEAD
                && OTHER.matcher(lines.get(from - 1)).matches()) {
            from--;
        }
        return end(lines, at) - from;
    }

    private static int end(List<String> lines, int at) {
        int end = at + 1;
        while (end < lines.size()
                && end - at < LONGEST_HEAD
                && OTHER.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end;
    }

    private static ForwardBlock read(List<String> lines, int at, int next) {
        int from = at;
        while (from > 0 && OTHER.matcher(lines.get(from - 1)).matches()) {
            from--;
        }
        int end = end(lines, at);
        String subject = lines.subList(from, end).stream()
                .map(SUBJECT::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(2))
                .findFirst()
                .orElse("");
        Matcher head = HEAD.matcher(lines.get(at));
        String who = head.matches() ? head.group(2) : "";
        List<String> body = new ArrayList<>(lines.subList(end, Math.max(end, next)));
        while (!body.isEmpty()
                && (body.get(body.size() - 1).isEmpty()
                        || body.get(body.size() - 1).matches("_{5,}")
                        || MARK.matcher(body.get(body.size() - 1)).matches()
                        || next < lines.size()
                                && OTHER.matcher(body.get(body.size() - 1)).matches())) {
            body.remove(body.size() - 1);
        }
        return new ForwardBlock(party(who), subject, String.join("\n", body).strip());
    }

    private static Party party(String who) {
        Optional<String> address = FormFields.addressIn(who);
        String name = address.map(it -> who.replaceFirst("(?i)[\\s(<\\[]*(mailto:)?" + Pattern.quote(it) + ".*$", ""))
                .orElse(who.replaceFirst("[<\\[].*$", ""));
        return new Party(name.replaceAll("^[\"'\\s]+|[\"'\\s]+$", ""), address.orElse(""));
    }
}
