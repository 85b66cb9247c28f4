package org.batonrelay.cutting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what a mail quotes from what it says: lines that begin with {@code >}, the line that introduces them in
 * whatever language, and the mail that a mail program hangs below an answer. Long because it knows the ways of all of
 * them, and what is said and what is quoted have to be the two halves of one mail.
 */
final class Quotes {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern COPY = Pattern.compile(
            "^[\\s>*]*([-_=*]{2,}\\s*(original[- ]?(message|mail|e-?mail|nachricht|appointment|termin)|originalnachricht|originaltermin"
                    + "|ursprüngliche[rs]? (nachricht|e-?mail|mail|termin)|opprinnelig melding|oprindelig meddelelse|ursprungligt meddelande"
                    + "|alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní (zpráva|e-?mail)|pôvodná správa|eredeti üzenet"
                    + "|mesaj original|исходное сообщение|пересылаемое сообщение|mensagem original|oorspronkelijk bericht|orijinal (ileti|mesaj)"
                    + "|forwarded message|weitergeleitete (nachricht|e-?mail|mail)|message d'origine|message transféré"
                    + "|mensaje original|messaggio originale|reply message|antwort-nachricht)\\s*[-_=*]{2,}.*"
                    // Zoho
                    + "|-{2,}\\s*(on|am|le|el|il|op|em|den|dnia)\\b.{6,200}\\b(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|napisał)\\s*-{2,}"
                    + "|(begin forwarded message|anfang der weitergeleiteten (nachricht|e-?mail|mail))\\s*:?)$",
            CASE);

    private static final Pattern ABOVE_THIS_LINE = Pattern.compile(
            "\\b(reply|answer|write|antwort(en)?|schreiben)\\b.{0,40}\\b(above|oberhalb|über)\\s+(this|dieser|diese)\\s+(line|linie|zeile)\\b",
            CASE);

    private static final Pattern FROM = field(
            "from|von|de|da|van|från|fra|frá|od|šalje|pošiljatelj|lähettäjä|feladó|de la|expéditeur|saatja|kellelt|nuo"
                    + "|siuntėjas|sūtītājs|kimden|gönderen|από|от( кого)?|від( кого)?|差出人|发件人|寄件者|보낸 사람");
    private static final Pattern OTHER_FIELD = field(
            "sent|gesendet|date|datum|to|an|cc|bcc|kopie|subject|betreff|envoyé( le)?|à|objet|reply-to|antwort an|wichtigkeit|importance|priority"
                    + "|enviad[oa]( (el|em|a))?|fecha|para|asunto|assunto|inviato( il)?|data|a|oggetto|verzonden( op)?|aan|onderwerp|skickat|till|ämne"
                    + "|sendt|til|emne|dato|kopi|efni|wysłan[oe]|data wysłania|do|dw|temat|odesláno|komu|předmět|kópia|odoslané|odoslaná|dátum|predmet"
                    + "|lähetetty|päivämäärä|vastaanottaja|kopio|aihe|elküldve|küldve|címzett|másolat|másolatot kap|tárgy|trimis|dată|către|subiect"
                    + "|poslano|prima|primatelj|za|zadeva|изпратено|дата|до|относно|тема|отправлено|кому|копия|надіслано|копія|στάλθηκε|ημερομηνία|προς"
                    + "|κοιν(\\.|οποίηση)?|θέμα|gönderildi|gönderme tarihi|tarih|kime|bilgi|konu|saadetud|kuupäev|adressaat|kellele|koopia|teema|nosūtīts|datums"
                    + "|kam|temats|tēma|išsiųsta|kopija|tema|送信日時|日付|宛先|件名|发送时间|日期|收件人|抄送|主题|寄件日期|收件者|主旨|보낸 날짜|받는 사람|제목");
    /** eM Client puts no colon behind them. */
    private static final Pattern BARE_FIELD =
            Pattern.compile("^(From|To|Cc|Date|Subject|Von|An|Datum|Betreff|De|À|Objet) \\S.*");

    private static final int FEWEST_BARE_FIELDS = 3;

    /** What Yahoo quotes goes on behind the colon. */
    private static final Pattern WRITTEN_ON_THE_LINE = Pattern.compile(
            "^(\\s*(?:On|Am|Le|El|Il)\\b.{8,200}(?:<\\s*[^<>\\s]+@[^<>\\s]+>\\s*(?:wrote|schrieb|a écrit|escribió|ha scritto)"
                    + "|\\b(?:schrieb|escribió) [^<>:]{1,80}<\\s*[^<>\\s]+@[^<>\\s]+>)\\s?:)\\s+(\\S.*)$");

    private static final int HEADER_LINES = 8;

    private static final Pattern WRITES = Pattern.compile(
            "\\b(wrote|writes|zitat von|quoting|schrieb(en|st)?|schreibt|geschrieben|a écrit|écrit|escribió|ha scritto|scrisse|schreef|skrev|napisał\\(?a?\\)?"
                    + "|escreveu|kirjoitti|napsal\\(?a?\\)?|napísal\\(?a?\\)?|írta|a scris|je napisao|je napisala|napisao|kirjutas|rakstīja|rašė|έγραψε|yazdı|написав|пише"
                    + "|pisze|píše|escribe|escreve|scrive|schrijft|skriver|scrie|írja|kirjoittaa|yazıyor)\\b|wrote:$|написал|пишет"
                    // Tuta
                    + "|\\d{1,2}:\\d{2}\\s+(by|von|par|por|da|door|av|od|przez)\\s+<?[^\\s<>@]+@[^\\s<>@]+>?:$",
            CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DATED =
            Pattern.compile("\\d{1,2}[./:-]\\d{1,2}|\\d{4}|\\d{1,2}\\.? \\p{L}{3,}|\\p{L}{3,} \\d{1,2}");
    private static final Pattern TIMED = Pattern.compile("\\b\\d{1,2}[:.]\\d{2}\\b|<[^<>\\s]+@[^<>\\s]+>");
    private static final Pattern OPENING = Pattern.compile(
            "^\\s*(on|am|le|el|il|op|den|em|dnia|w dniu|dne|dňa|pe|στις|tarihinde|pon|wt|śr|czw|pt|po|út|st|čt|pá|so|ne|lun|mar|mer|jeu|ven|mié|jue|vie|sáb|ma|ti|ke|to|pe|man|tir|ons|tor|fre|mon|tue|wed|thu|fri|sat|sun|mo\\.|di\\.|mi\\.|do\\.|fr\\.|sa\\.|so\\."
                    + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\\b.*|^\\s*\\d.*",
            CASE);
    /** "Sam Rivers &lt;sam@…&gt; schrieb am Di., 1. Dez.", and the time of day on the next line. */
    private static final Pattern SENDER_FIRST = Pattern.compile(
            "^[\\p{L}\\p{M} .,'\"()-]{1,60}<[^<>\\s]+@[^<>\\s]+> (wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał)",
            CASE);

    private static final int INTRODUCTION_LINES = 4;
    private static final int LONGEST_INTRODUCTION = 400;

    private static final Letterhead NOBODY = new Letterhead(Set.of(), word -> false, word -> false);

    private final List<String> lines;
    private final List<List<String>> said = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<String> quoted = new ArrayList<>();
    /** What somebody wrote where a mail program introduces a quote. */
    private final List<String> above = new ArrayList<>();

    private final Letterhead ours;

    private Quotes(List<String> lines, Letterhead ours) {
        this.ours = ours;
        this.lines = lines.stream().flatMap(Quotes::apart).toList();
    }

    private static Stream<String> apart(String line) {
        Matcher both = WRITTEN_ON_THE_LINE.matcher(line);
        return both.matches() ? Stream.of(both.group(1), both.group(2)) : Stream.of(line);
    }

    private static Pattern field(String names) {
        return Pattern.compile("^[\\s*]*(" + names + ")\\s?:\\**(\\s.*|$)", CASE);
    }

    static boolean isSender(String field) {
        return FROM.matcher(field).matches();
    }

    /** The blocks of lines that are not quoted, in their order. */
    static List<List<String>> leaveOut(List<String> lines) {
        Quotes quotes = new Quotes(lines, NOBODY);
        quotes.read();
        return quotes.said;
    }

    /** The lines that are quoted, without their marks, and without what introduces them. */
    static List<String> in(List<String> lines, Letterhead ours) {
        Quotes quotes = new Quotes(lines, ours);
        quotes.read();
        List<String> quoted = withoutIntroduction(quotes.quoted, ours);
        return quotes.above.isEmpty()
                ? quoted
                : Stream.concat(quotes.above.stream(), quoted.stream()).toList();
    }

    /** Telephones mark the line "On 5 May, Sam wrote:" as a quote as well. */
    private static List<String> withoutIntroduction(List<String> quoted, Letterhead ours) {
        Quotes inner = new Quotes(quoted, ours);
        int first = inner.nextWords(0);
        if (first < quoted.size() && inner.beginsCopy(first)) {
            int below = inner.endOfHeader(first);
            return inner.writtenAbove(first, below).isEmpty() ? quoted.subList(below, quoted.size()) : quoted;
        }
        int end = first < quoted.size() ? inner.introductionEnd(first) : first;
        boolean known = QuoteHead.isKnown(String.join(" ", quoted.subList(first, end)), ours);
        return quoted.subList(known ? end : first, quoted.size());
    }

    private void read() {
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            if (isQuoted(lines.get(at))) {
                end = at + 1;
                quoted.add(lines.get(at).replaceFirst("^[ >]+", ""));
            } else if (beginsCopy(at) || introductionEnd(at) > at) {
                end = beginsCopy(at) ? endOfHeader(at) : introductionEnd(at);
                above.addAll(writtenAbove(at, end));
                if (!isFollowedByQuote(end)) {
                    quoted.addAll(lines.subList(end, lines.size()));
                    return;
                }
            }
            if (end == at) {
                said.get(said.size() - 1).add(lines.get(at));
                at++;
            } else {
                said.add(new ArrayList<>());
                at = end;
            }
        }
    }

    /** {@code >>> Sam Rivers <sam@…> 01.12.2026 10:12 >>>}, and the mail below it without marks. */
    private static final Pattern GROUP_WISE =
            Pattern.compile("^>>> ?[^>]{2,80}(<[^>]{1,200}>)?[^>]{0,40}\\d{1,2}[:.]\\d{2}[^>]{0,8}>>>\\s*$");

    static boolean isGroupWise(String line) {
        return GROUP_WISE.matcher(line).matches();
    }

    private static boolean isQuoted(String line) {
        return line.matches("^ {0,3}>.*") && !isGroupWise(line);
    }

    private boolean beginsCopy(int at) {
        String line = lines.get(at);
        return COPY.matcher(line).find()
                || isGroupWise(line)
                || ABOVE_THIS_LINE.matcher(line).find()
                || isHeader(at)
                || isRuleAboveHeader(at);
    }

    private boolean isRuleAboveHeader(int at) {
        if (!lines.get(at).matches("(?i)\\s*([_-]{5,}|original message)\\s*")) {
            return false;
        }
        int next = nextWords(at + 1);
        return next < lines.size() && next <= at + 2 && isHeader(next);
    }

    /** "From:" and at least two more of a mail's headers below it; some begin with the date. */
    private boolean isHeader(int at) {
        boolean another =
                at + 1 < lines.size() && OTHER_FIELD.matcher(lines.get(at)).find();
        return beginsWithSender(at) || another && beginsWithSender(at + 1);
    }

    private boolean beginsWithSender(int at) {
        return FROM.matcher(lines.get(at)).find()
                && lines.subList(at + 1, Math.min(lines.size(), at + HEADER_LINES)).stream()
                                .filter(line -> OTHER_FIELD.matcher(line).find())
                                .count()
                        >= 2;
    }

    /**
     * The line after the last header of a copied mail that begins here. An empty line ends it, unless there is one between
     * all of its fields: what stands below is the mail, be it named like a field.
     */
    private int endOfHeader(int at) {
        int end = at + 1;
        while (end < lines.size()
                && COPY.matcher(lines.get(at)).find()
                && BARE_FIELD.matcher(lines.get(end)).matches()) {
            end++;
        }
        if (end < at + 1 + FEWEST_BARE_FIELDS) {
            end = at + 1;
        }
        int first = isField(at) ? at : nextWords(end);
        boolean apart = first + 1 < lines.size() && lines.get(first + 1).isBlank();
        for (int i = first; i < Math.min(lines.size(), at + 2 + HEADER_LINES); i++) {
            if (isField(i)) {
                end = Math.max(end, i + 1);
            } else if (lines.get(i).isBlank() && !apart) {
                return end;
            }
        }
        return end;
    }

    private boolean isField(int at) {
        return FROM.matcher(lines.get(at)).find()
                || OTHER_FIELD.matcher(lines.get(at)).find();
    }

    /** What stands above a quoted mail and is not known to be written by a mail program. */
    private List<String> writtenAbove(int at, int end) {
        if (beginsCopy(at)) {
            boolean field = isHeader(at);
            List<String> foreign = QuoteHead.foreign(
                    lines.subList(field ? at : at + 1, end).stream()
                            .filter(line -> !line.isBlank())
                            .toList(),
                    ours);
            return field || QuoteHead.isMark(lines.get(at), ours)
                    ? foreign
                    : Stream.concat(Stream.of(lines.get(at)), foreign.stream()).toList();
        }
        String introduction = String.join(" ", lines.subList(at, end));
        return QuoteHead.isKnown(introduction, ours) ? List.of() : List.of(introduction);
    }

    /** The line after an introduction such as "On 5 May, Sam wrote:", or {@code at} where there is none. */
    private int introductionEnd(int at) {
        StringBuilder joined = new StringBuilder();
        for (int i = at; i < Math.min(lines.size(), at + INTRODUCTION_LINES); i++) {
            String line = lines.get(i).strip();
            boolean another = i > at && OPENING.matcher(line).matches() && !line.matches("^\\d.*");
            if (line.isEmpty() || another || joined.length() > LONGEST_INTRODUCTION || isQuoted(lines.get(i))) {
                return at;
            }
            joined.append(i == at ? "" : " ").append(line);
            if (line.endsWith(":") && introduces(joined.toString(), i == at, isFollowedByQuote(i + 1))) {
                return i + 1;
            }
        }
        return at;
    }

    private static boolean introduces(String text, boolean oneLine, boolean quoteFollows) {
        boolean opens = OPENING.matcher(text).matches();
        if (quoteFollows && DATED.matcher(text).find() && QuoteHead.mayIntroduce(text)) {
            return true;
        }
        if (!WRITES.matcher(text).find()
                || !(opens || oneLine || SENDER_FIRST.matcher(text).find())) {
            return false;
        }
        if (quoteFollows) {
            return DATED.matcher(text).find() || TIMED.matcher(text).find() || text.length() < 80;
        }
        // what follows is not marked as a quote: only what a mail program has written may hide it
        return DATED.matcher(text).find() && TIMED.matcher(text).find();
    }

    private boolean isFollowedByQuote(int from) {
        int next = nextWords(from);
        return next < lines.size() && isQuoted(lines.get(next));
    }

    private int nextWords(int from) {
        int next = from;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next;
    }
}
