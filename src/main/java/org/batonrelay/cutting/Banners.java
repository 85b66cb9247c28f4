package org.batonrelay.cutting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a mail system writes above a mail: "This email originated from outside", and the envelope of a journal report.
 * Nobody said it. Known are all its words, so that nobody's own are taken for a banner.
 */
final class Banners {

    /** Without one of these it is none. */
    private static final Set<String> OUTSIDE = KnownWords.of("""
            external outside extern externe externen externer externes ausserhalb außerhalb externally externe-mail
            unbekannten unknown externo externa externa. externe. extérieur esterno esterna fuera eksternt ekstern
            """);

    private static final Set<String> WORDS = KnownWords.of("""
            caution warning attention notice note alert important security beware email e-mail mail message sender this
            that it originated originates originating comes came coming was is has been were sent received from an a the
            of our your to by organization organisation company network domain firm university address source system
            tenant please do not don't never click on any links link or and open opening attachments attachment unless you
            recognize recognise know trust are sure expecting verified verify content contents safe exercise use care
            careful be extra when before clicking replying reply responding report suspicious phishing emails messages
            information provide password passwords credentials sensitive personal with if in doubt contact it-support help
            desk helpdesk service first time often get learn why here may as such following think can confirm identity
            unexpected unsolicited within achtung vorsicht warnung hinweis wichtig wichtiger sicherheitshinweis diese
            dieser die der das den dem des nachricht stammt kommt wurde von vom aus einem einer eines einen absender
            absendern absenders quellen herkunft quelle organisation. unternehmens unternehmen firma hauses unserer unseres ihrer ihres netzwerks
            versendet gesendet empfangen bitte öffnen klicken sie keine links. anhänge anhängen dateianhänge dateianhängen anlagen auf und oder wenn nicht
            kennen es sei denn nur vertrauen sicher sind dass inhalt inhalte ist seien vorsichtig bei beim mit umgang
            prüfen öffnens anklicken von. ihnen bekannt vertrauenswürdig erwarten erkennen geben daten preis e expéditeur
            courriel ce provient de l'organisation cet cette attention: votre una este correo remitente procede questa
            proviene da un mittente
            """);

    /** What Outlook says of a sender who is new to somebody: word for word, with the address and a link. */
    private static final Pattern RARE_SENDER =
            Pattern.compile("(?iu)\\[?(you don['’]t often get e-?mail from \\S+ learn why this is important( at)?"
                    + "|some people who received this message don['’]t often get e-?mail from \\S+ learn why this is important( at)?"
                    + "|sie erhalten nicht (oft|häufig) (eine )?e-?mails? von \\S+ (erfahren sie, warum dies wichtig ist|weitere informationen, warum dies wichtig ist)( unter)?"
                    + "|einige personen, die diese nachricht erhalten haben, erhalten häufig keine e-?mails von \\S+ (erfahren sie, warum dies wichtig ist|weitere informationen,? warum dies wichtig ist)(,? finden sie)?( unter)?)"
                    + "\\.?\\s*(<?https://aka\\.ms/[^\\s>]*>?)?\\s*]?");

    private static final Pattern JOURNAL_SENDER = Pattern.compile("(?i)^\\s*sender:\\s*\\S+@\\S+\\s*$");
    private static final Pattern JOURNAL_FIELD = Pattern.compile(
            "(?i)^\\s*(sender|on-behalf-of|subject|message-id|recipient|to|cc|bcc|expanded|forwarded|label|senttime(utc)?|journal-?report)\\s*:.*");

    private static final int LONGEST = 80;

    private Banners() {}

    /** Without the banners above the first words, and wherever a mail that is quoted has one. */
    static List<String> leaveOut(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && !lines.get(end).isBlank()) {
                end++;
            }
            List<String> paragraph = lines.subList(at, end);
            int banner =
                    isJournal(paragraph) || is(String.join(" ", paragraph)) ? paragraph.size() : leading(paragraph);
            kept.addAll(paragraph.subList(banner, paragraph.size()));
            if (end < lines.size()) {
                kept.add(lines.get(end));
            }
            at = end + 1;
        }
        return kept;
    }

    /** Some stand directly above the text: how many lines of the paragraph are a banner. */
    private static int leading(List<String> paragraph) {
        for (int lines = Math.min(4, paragraph.size() - 1); lines > 0; lines--) {
            if (is(String.join(" ", paragraph.subList(0, lines)))) {
                return lines;
            }
        }
        return 0;
    }

    private static boolean isJournal(List<String> paragraph) {
        return !paragraph.isEmpty()
                && JOURNAL_SENDER.matcher(paragraph.get(0)).matches()
                && paragraph.stream().anyMatch(line -> line.matches("(?i)\\s*message-id:\\s*<.+>\\s*"))
                && paragraph.stream()
                        .allMatch(line -> JOURNAL_FIELD.matcher(line).matches());
    }

    /** "[EXTERN]", alone. */
    private static final Pattern LABEL = Pattern.compile(
            "(?iu)[\\[(*{<]+\\s*(ext|extern(al|e|er|o)?)( (e-?mail|mail|sender|absender|nachricht|message))?\\s*[\\])*}>]+:?");

    static boolean is(String paragraph) {
        if (LABEL.matcher(paragraph.strip()).matches()) {
            return true;
        }
        if (RARE_SENDER.matcher(paragraph.strip()).matches()) {
            return true;
        }
        List<String> words = Arrays.stream(paragraph.split("[\\s.,:;!()\\[\\]<>*\"_=|]+|(?<=\\s)[-–](?=\\s)"))
                .filter(word -> !word.isBlank() && !word.matches("[-–—⚠️🛑]+"))
                .toList();
        List<String> small = words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT).replace('’', '\''))
                .toList();
        if (words.size() < 3
                || words.size() > LONGEST
                || small.stream().noneMatch(OUTSIDE::contains)
                || small.stream()
                        .noneMatch(
                                word -> word.matches("e?-?mails?|nachricht|message|sender|absender|courriel|correo"))) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            boolean known = WORDS.contains(small.get(i)) || OUTSIDE.contains(small.get(i));
            if (!known && !isTheirHouse(words, small, i)) {
                return false;
            }
        }
        return true;
    }

    /** "outside of Contoso": one name, right behind the word. */
    private static boolean isTheirHouse(List<String> words, List<String> small, int at) {
        int before = at - 1;
        while (before > 0 && Set.of("of", "the", "von", "der").contains(small.get(before))) {
            before--;
        }
        return before >= 0
                && Set.of("outside", "außerhalb", "ausserhalb").contains(small.get(before))
                && Character.isUpperCase(words.get(at).codePointAt(0));
    }
}
