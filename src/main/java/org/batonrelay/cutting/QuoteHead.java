package org.batonrelay.cutting;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail programs write above a mail that they quote: its sender, recipients, date and subject, or "On 5 May, Sam
 * wrote:". Somebody may have written there as well: what is not known to be a program's counts as quoted, and as changed.
 * Long because it knows the words of many languages.
 */
final class QuoteHead {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern FIELD =
            Pattern.compile("^[\\s*]*(\\p{L}[\\p{L}\\p{M} .-]{0,24}?)\\s?:\\**\\s*(.*)$", CASE);
    /** eM Client puts no colon behind them. */
    private static final Pattern BARE = Pattern.compile(
            "^((From|To|Cc|Von|An|De|À) .*@\\S+|(Date|Datum) .*\\d{4}.*|(Subject|Betreff|Objet) \\S.*)");

    private static final Set<String> DATES = Set.of(
            "sent",
            "date",
            "gesendet",
            "datum",
            "envoyé",
            "envoyé le",
            "enviado",
            "enviado el",
            "enviada em",
            "fecha",
            "inviato",
            "inviato il",
            "data",
            "verzonden",
            "skickat",
            "sendt",
            "dato",
            "wysłano",
            "wysłane",
            "data wysłania",
            "odesláno",
            "odoslané",
            "dátum",
            "lähetetty",
            "päivämäärä",
            "elküldve",
            "küldve",
            "trimis",
            "dată",
            "poslano",
            "дата",
            "отправлено",
            "изпратено",
            "надіслано",
            "στάλθηκε",
            "ημερομηνία",
            "gönderildi",
            "gönderme tarihi",
            "tarih",
            "送信日時",
            "日付",
            "发送时间",
            "日期",
            "寄件日期",
            "보낸 날짜");
    private static final Set<String> PEOPLE = Set.of(
            "to",
            "an",
            "cc",
            "bcc",
            "kopie",
            "à",
            "para",
            "a",
            "aan",
            "till",
            "til",
            "kopi",
            "do",
            "dw",
            "komu",
            "kópia",
            "vastaanottaja",
            "kopio",
            "címzett",
            "másolat",
            "către",
            "prima",
            "кому",
            "копия",
            "до",
            "копія",
            "προς",
            "kime",
            "bilgi",
            "宛先",
            "收件人",
            "抄送",
            "收件者",
            "받는 사람");
    /** Copied beside the subject by programs, or it is the subject, which the answer has as well. */
    private static final Set<String> ONCE =
            Set.of("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp");

    private static final Pattern ADDRESS = Pattern.compile("[<(\\[]?(mailto:)?[^\\s<>@]{1,100}@[^\\s<>@]{1,100}");

    /** What stands in such a line beside names, addresses and numbers, in small letters. */
    private static final Set<String> WORDS = KnownWords.of("""
            on at am pm um uhr wrote writes schrieb schrieben schriebst schreibt hat geschrieben folgendes folgende nachricht via von vom der den dem an
            le les à a h écrit il elle el la las los de del en escribió escribe ha hanno scritto scrisse scrive alle ore dalle giorno lo op om uur schreef
            schrijft het heeft volgende geschreven den kl kl. klo skrev skriver följande følgende em às escreveu escreve dnia dniu w o godz godz. napisał
            napisała napisał(a) pisze użytkownik następująco dne dňa v ve čas odesílatel odosielateľ napsal napsala napísal napísala napsal(a) píše
            ezt írta időpont írja pe la scris scrie în data ora je napisao napisala napisal ob pisal kirjoitti kirjoittaa viestissä kirjutas kell rakstīja
            plkst rašė στις έγραψε ο η χρήστης tarihinde şunu şunları yazdı yazıyor saat написал написала написал(а) пишет в пользователь следующее
            написав написала пише о г. р. від от i'm the gmt utc cet cest mez mesz est edt cst pst pdt bst a.m. p.m. a.m p.m noreply reply und and et y e
            i da di du des van ter ten ten. zu zur av
            """);

    private static final int LONGEST = 2_000;

    private QuoteHead() {}

    /**
     * Of the lines of such a header those that no mail program has written there.
     *
     * @param lines of which each is a field, or stands between them
     */
    static List<String> foreign(List<String> lines) {
        Set<String> had = new HashSet<>();
        return lines.stream().filter(line -> !isPrograms(line, had)).toList();
    }

    private static boolean isPrograms(String line, Set<String> had) {
        if (line.length() > LONGEST) {
            return false;
        }
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            return BARE.matcher(line).matches()
                    || namesPeople(line) && ADDRESS.matcher(line).find();
        }
        String name = field.group(1).strip().toLowerCase(Locale.ROOT);
        String value = field.group(2).strip();
        if (DATES.contains(name)) {
            return had.add("date") && value.matches(".*\\d.*");
        }
        if (PEOPLE.contains(name)) {
            return had.add(name) && namesPeople(value);
        }
        return !ONCE.contains(name) || had.add("subject");
    }

    /** "Kim Berger <kim@…>; ann": names, addresses, and nothing that goes on in small letters. */
    private static boolean namesPeople(String value) {
        List<String> words = words(ADDRESS.matcher(value).replaceAll(" "));
        return words.size() <= 1 || words.stream().allMatch(word -> !isSmall(word) || WORDS.contains(word));
    }

    /** @param introduction "On 5 May, Sam wrote:" */
    static boolean isKnown(String introduction) {
        return words(ADDRESS.matcher(introduction).replaceAll(" ")).stream()
                .allMatch(word -> !isSmall(word) || WORDS.contains(word) || CalendarWords.isOne(word));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;:<>()\\[\\]\"'’*|/&-]+"))
                .map(word -> word.replaceFirst("\\.$", ""))
                .filter(word -> word.matches(".*\\p{L}.*"))
                .toList();
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.codePointAt(0)) && !word.contains(".");
    }
}
