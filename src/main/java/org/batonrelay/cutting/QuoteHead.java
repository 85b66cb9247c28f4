package org.batonrelay.cutting;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    private static final Pattern BARE =
            Pattern.compile("^(From|To|Cc|Von|An|De|À|Date|Datum|Subject|Betreff|Objet) (\\S.*)$");

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
    private static final Set<String> WEIGHTS = Set.of("importance", "priority", "wichtigkeit", "priorität");

    private static final Pattern WEIGHT =
            Pattern.compile("(?i)(high|normal|low|hoch|normal|niedrig)( priority)?|\\d( \\(\\w+\\))?");

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
            i by par por zitat quoting you sie tú da di du des van ter ten ten. zu zur av
            """);

    private static final Set<String> ZONES = KnownWords.of("""
            time standard daylight summer winter central european europe western eastern pacific mountain greenwich mean coordinated universal
            zeit mitteleuropäische sommerzeit normalzeit winterzeit heure normale d'été d'hiver europe centrale hora de verano invierno ora legale solare
            """);

    /** Days of the week as programs cut them short, beside those of {@link CalendarWords}. */
    private static final Set<String> SHORT_DAYS = KnownWords.of("""
            mo di mi do fr sa so mon tue tues wed thu thur thurs fri sat sun lun mar mer jeu ven sam dim mié jue vie sáb dom gio ma me je ve za zo wo vr
            pon wt śr czw pt sob niedz po út st čt pá ne ti ke to pe la su man tir ons tor fre lör lør sön søn пн вт ср чт пт сб вс нд pzt sal çar per cum cmt paz
            """);

    /** "10:12:33", "01.12.26", "1st", "10h12", "+0100", "GMT+1", "2026年12月1日": no sum of money. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(\\d{1,2}T)\\d{1,2}(:\\d{2}){1,2}(z|[+-]\\d{2}:?\\d{2})?|(gmt|utc)?[+-]?(\\d{1,2}|\\d{4})(st|nd|rd|th|er|º|ª|h|uhr|am|pm)?|\\d{1,2}([:.h]\\d{2}){1,2}(am|pm)?|\\d{1,2}\\.\\d{1,2}\\.(\\d{2}|\\d{4})"
                    + "|(gmt|utc)?[+-]\\d{2}:\\d{2}|[\\d:.年月日时分秒時년월일시분]+(?<=[年月日时分秒時년월일시분])[\\d:]*");

    /** "Please type your reply above this line". */
    private static final Set<String> ABOVE_THIS_LINE = KnownWords.of("""
            please type write enter add your you a an reply answer response note comment comments above this line to respond and
            bitte schreiben geben antworten sie ihre eine antwort nur oberhalb über dieser diese linie zeile ein
            """);

    private static final Pattern COPY_MARK = Pattern.compile("^[\\s>*]*[-_=*]{2,}\\s*(.*?)\\s*[-_=*]{2,}(.*)$");

    private static final int LONGEST = 2_000;

    private QuoteHead() {}

    /**
     * Of the lines of such a header those that no mail program has written there.
     *
     * @param lines of which each is a field, or stands between them
     */
    static List<String> foreign(List<String> lines, Letterhead ours) {
        Set<String> had = new HashSet<>();
        return lines.stream().filter(line -> !isPrograms(line, had, ours)).toList();
    }

    private static boolean isPrograms(String line, Set<String> had, Letterhead ours) {
        if (line.length() > LONGEST) {
            return false;
        }
        Matcher bare = BARE.matcher(line);
        if (bare.matches()) {
            return isPrograms(bare.group(1), bare.group(2), had, ours);
        }
        Matcher field = FIELD.matcher(line);
        if (field.matches()) {
            return isPrograms(field.group(1), field.group(2), had, ours);
        }
        return namesPeople(line, ours) && ADDRESS.matcher(line).find();
    }

    private static boolean isPrograms(String field, String text, Set<String> had, Letterhead ours) {
        String name = field.strip().toLowerCase(Locale.ROOT);
        String value = text.strip().replaceAll("\\*+$", "");
        if (DATES.contains(name)) {
            return had.add("date") && isDate(value);
        }
        if (PEOPLE.contains(name) || Quotes.isSender(field + ":")) {
            return had.add(name) && namesPeople(value, ours);
        }
        if (WEIGHTS.contains(name)) {
            return had.add("weight") && WEIGHT.matcher(value).matches();
        }
        // in whatever language: what else they copy is the subject
        return had.add("subject") && ours.isSubject(value);
    }

    /** The line by which a copied mail is told from the answer above it says no more than that. */
    static boolean isMark(String line, Letterhead ours) {
        if (Quotes.isGroupWise(line)) {
            return isKnown(line, ours);
        }
        Matcher mark = COPY_MARK.matcher(line);
        if (mark.matches()) {
            return mark.group(2).isBlank()
                    && (mark.group(1).split("\\s+").length <= 3
                            || isKnown(mark.group(1), ours)
                            || isAboveThisLine(line));
        }
        return line.strip().endsWith(":") || isAboveThisLine(line);
    }

    private static boolean isAboveThisLine(String line) {
        return words(line).stream().allMatch(word -> ABOVE_THIS_LINE.contains(word.toLowerCase(Locale.ROOT)));
    }

    /** "Friday, 15 May 2026 10:02 (Central European Time)": a day, and no word that belongs to none. */
    private static boolean isDate(String value) {
        return value.matches(".*\\d.*") && tokens(value).stream().allMatch(QuoteHead::isOfADate);
    }

    private static boolean isOfADate(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return NUMBER.matcher(word).matches()
                || WORDS.contains(small)
                || ZONES.contains(small)
                || SHORT_DAYS.contains(small)
                || small.length() > 2 && CalendarWords.isOne(small);
    }

    /** "Kim Berger &lt;kim@…&gt;; ann": those who are known, and who else has an address there. */
    private static boolean namesPeople(String value, Letterhead ours) {
        return Arrays.stream(value.split(";")).allMatch(entry -> {
            Matcher address = ADDRESS.matcher(entry);
            int end = 0;
            while (address.find()) {
                end = address.end();
            }
            List<String> named = tokens(ADDRESS.matcher(entry.substring(0, end)).replaceAll(" "));
            // beside a name that is known no other word is one
            boolean others = named.stream().noneMatch(word -> ours.isTheirs().test(word.toLowerCase(Locale.ROOT)));
            String small = entry.toLowerCase(Locale.ROOT);
            return named.stream()
                            .allMatch(word ->
                                    isName(word, others, ours) || isOfAddress(word.toLowerCase(Locale.ROOT), small))
                    && tokens(entry.substring(end)).stream().allMatch(word -> isName(word, false, ours));
        });
    }

    /** "Eva" of {@code eva.ash@…}, whatever other name is known. */
    private static boolean isOfAddress(String word, String entry) {
        return word.length() > 2
                && ADDRESS.matcher(entry)
                        .results()
                        .map(found -> found.group().replaceFirst("@.*", ""))
                        .anyMatch(address -> address.contains(word));
    }

    private static boolean isName(String word, boolean hasAddress, Letterhead ours) {
        String small = word.toLowerCase(Locale.ROOT);
        return WORDS.contains(word)
                || ours.isTheirs().test(small)
                || hasAddress && !isSmall(word) && ours.mayName().test(word);
    }

    /**
     * "Dec 1, 2026 10:12:13 Sam Rivers &lt;sam@…&gt;:", without a word for writing. Only whether it may be one: whose names
     * they are is asked by {@link #isKnown}.
     */
    static boolean mayIntroduce(String line) {
        List<String> words = tokens(ADDRESS.matcher(line).replaceAll(" "));
        return ADDRESS.matcher(line).find()
                && !words.isEmpty()
                && isOfADate(words.get(0))
                && words.stream().allMatch(word -> isOfADate(word) || WORDS.contains(word) || !isSmall(word));
    }

    /** @param introduction "On 5 May, Sam wrote:": of our mail, so that it can only be us */
    static boolean isKnown(String introduction, Letterhead ours) {
        return tokens(ADDRESS.matcher(introduction).replaceAll(" ")).stream()
                .allMatch(word -> isOfADate(word) || isName(word, false, ours));
    }

    /** Words and numbers. */
    private static List<String> tokens(String text) {
        return split(text).filter(word -> word.matches(".*[\\p{L}\\p{N}].*")).toList();
    }

    private static List<String> words(String text) {
        return split(text).filter(word -> word.matches(".*\\p{L}.*")).toList();
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(
                        text.split("(?<!\\d):|:(?!\\d)|(?<!gmt|utc|GMT|UTC|[\\s(])-|-(?!\\d)|[\\s,;<>()\\[\\]\"*|/&]+"))
                .map(word -> word.replaceAll("^['’]+|['’.]+$", ""));
    }

    private static boolean isSmall(String word) {
        return Character.isLowerCase(word.codePointAt(0)) && !word.contains(".");
    }
}
