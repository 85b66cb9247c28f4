package org.batonrelay.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What of the text of a calendar's answer somebody has written, and not their program: "Anna Ash has accepted this
 * invitation", with the meeting's facts below it, is the program's. What is not known to be is somebody's own.
 */
public final class InvitationWords {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern ANSWERED = Pattern.compile(
            "^\\W{0,3}.{1,120}\\b((has|have) (accepted|declined|tentatively accepted|replied|responded|answered|proposed|suggested|requested)"
                    + "|(hat|haben) .{0,60}\\b(angenommen|abgelehnt|zugesagt|abgesagt|vorgeschlagen|geantwortet|beantwortet|akzeptiert))\\b.{0,200}$"
                    + "|^(accepted|declined|tentative|tentatively accepted|new time proposed|zugesagt|abgesagt|angenommen|abgelehnt|mit vorbehalt|unter vorbehalt|vorbehaltlich)"
                    + "\\s*(:.*|[.!]?)$",
            CASE);
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(invitation|event|meeting|appointment|einladung|termin|besprechung|ereignis|time|uhrzeit|zeit)\\b",
            CASE);
    private static final Pattern NOTE =
            Pattern.compile(".*\\b(note|message|comment|notiz|nachricht|kommentar|hinweis)\\b[^:]{0,30}:\\s*$", CASE);
    private static final Pattern FACT = Pattern.compile(
            "^\\s*[*•]?\\s*(when|where|who|what|title|calendar|organi[sz]er|guests?|attendees?|time|date|location|proposed|wann|wo|wer|was|titel|kalender|ort|zeit|datum|organisator|teilnehmer|gäste)\\s*:.*",
            CASE);
    private static final Pattern FOOT = Pattern.compile(
            "^\\W*(invitation from google calendar|einladung (von|aus) google kalender|you are receiving this (courtesy )?e-?mail|sie erhalten diese|to stop receiving|forwarding this invitation|antwort von google kalender|reply (from|for) ).*",
            CASE);

    private InvitationWords() {}

    /** @param text without what it quotes */
    public static String in(String text) {
        List<String> lines = text.lines().toList();
        boolean footed = lines.stream().anyMatch(line -> FOOT.matcher(line).matches());
        List<String> words = new ArrayList<>();
        boolean program = false;
        boolean note = false;
        for (String line : lines) {
            if (FOOT.matcher(line).matches()) {
                break;
            }
            boolean answers = answers(line);
            program |= answers;
            note = answers ? NOTE.matcher(line).matches() : note && (!line.isBlank() || isLastBlank(words));
            // above its foot the program tells of the meeting, and between them stands nothing but a note
            if (!answers && (note || !program || !footed && !FACT.matcher(line).matches())) {
                words.add(note ? line.replaceAll("^\\s*[\"“„]|[\"”“]\\s*$", "") : line);
            }
        }
        return String.join("\n", words).strip();
    }

    private static boolean answers(String line) {
        return ANSWERED.matcher(line).matches()
                && (ABOUT.matcher(line).find() || line.strip().split("\\s+").length <= 3 || line.contains(":"));
    }

    private static boolean isLastBlank(List<String> words) {
        return words.isEmpty() || words.get(words.size() - 1).isBlank();
    }
}
