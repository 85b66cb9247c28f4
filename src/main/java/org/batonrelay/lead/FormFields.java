package org.batonrelay.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the labelled lines of a mail say, as web forms write them: {@code Name: Cy Dorn}, a label on a line of its own
 * above its value, or a table. What stands below the form's last line ("This e-mail was sent from …") is left out.
 * Long because forms lay their lines out in many ways.
 */
final class FormFields {

    private static final String FROM = "from";
    private static final String SUBJECT = "subject";
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_LINES = 500;

    private static final Headings FORM = new Headings()
            .field(FROM, "sender", "submitted by", "Von", "Absender", "de", "De la part de")
            .field(SUBJECT, "Betreff", "Thema", "objet", "sujet", "asunto", "topic");

    /** What web forms tell of themselves. */
    private static final Headings TECHNICAL = new Headings()
            .field(
                    "technical",
                    "IP",
                    "IP address",
                    "remote IP",
                    "IP-Adresse",
                    "user agent",
                    "browser",
                    "referer",
                    "referrer",
                    "URL",
                    "page",
                    "page URL",
                    "source URL",
                    "form",
                    "form name",
                    "form title",
                    "form id",
                    "Formular",
                    "submitted",
                    "submitted at",
                    "submitted on",
                    "submission id",
                    "submission date",
                    "response id",
                    "entry id",
                    "sent",
                    "sent on",
                    "sent at",
                    "gesendet",
                    "gesendet am",
                    "Datum",
                    "date",
                    "time",
                    "timestamp",
                    "Zeitstempel",
                    "Uhrzeit",
                    "Zeit",
                    "http",
                    "https",
                    "consent",
                    "privacy",
                    "Datenschutz",
                    "Datenschutzerklärung",
                    "to",
                    "an",
                    "cc",
                    "reply to");

    private static final Pattern LABELLED =
            Pattern.compile("^([\\p{L}\\p{N}¿][^:=\\t|]{0," + LONGEST_LABEL + "}?)\\s*(?:\\.{2,})?\\s*[:=\\t|]+(.*)$");
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'&/=!#$*?^`{|}~-]{1,64}@[\\p{L}\\p{N}.-]{1,190}[\\p{L}\\p{N}]");
    private static final Pattern END = Pattern.compile(
            "(?i)^(--|__+|==+|\\*\\*+)\\s*$|^-{2,}\\s*$|^(this|the above) (e-?mail|message|form|mail) (was|has been|is)\\b.*"
                    + "|^you (are receiving|received|can reply|'ve received).*|^(sent|submitted|gesendet|powered|received|versendet)"
                    + " (from|by|via|on|at|von|über|am|durch)\\b.*"
                    + "|^(diese|dies ist eine) (e-?mail|mail|nachricht|anfrage)\\b.*(formular|gesendet|versendet|generiert|website).*"
                    + "|^(view|manage|reply to|see) (this|the|your|all) (submission|entry|response|message|submissions)\\b.*"
                    + "|^(cet|ce) (e-?mail|message) a été envoyé.*|^este (correo|mensaje).*");

    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<String> more = new ArrayList<>();
    private int labels;
    private int firstLabel = Integer.MAX_VALUE;
    private String top = "";

    private FormFields() {}

    static FormFields in(String text) {
        List<String> lines =
                text.lines().limit(MOST_LINES).map(FormFields::bare).toList();
        FormFields fields = new FormFields();
        fields.readLabelled(lines);
        if (fields.address().isEmpty()) {
            FormFields columns = new FormFields();
            columns.readColumns(lines);
            if (columns.address().isPresent() && columns.labels > 1) {
                return columns;
            }
        }
        return fields;
    }

    /** Without marks of quotes and of bold print. */
    private static String bare(String line) {
        return line.replaceAll("[\\u00a0\\u2007\\u202f\\t ]+", line.contains("\t") ? "\t" : " ")
                .replaceAll("[\\u200b\\u2060\\ufeff\\u200e\\u200f]", "")
                .replaceFirst("^[\\s>•·▪*_#-]+(?=[\\p{L}\\p{N}])", "")
                .replaceAll("\\*+(?=\\s*[:=]|\\s*$)|(?<=[:=])\\s*\\*+|_+(?=\\s*[:=])", "")
                .strip();
    }

    private void readLabelled(List<String> lines) {
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            seen++;
            top = top.isEmpty() ? line : top;
            if (labels > 0 && END.matcher(line).matches() && said.containsKey("email")) {
                return;
            }
            Matcher labelled = LABELLED.matcher(line);
            String field = labelled.matches() ? field(labelled.group(1)) : field(line);
            if (field != null) {
                firstLabel = Math.min(firstLabel, seen);
                i = take(field, labelled.matches() ? labelled.group(2).strip() : "", lines, i);
            } else if (labelled.matches() && labels > 0 && TECHNICAL.meantBy(labelled.group(1)) == null) {
                more.add(line);
            }
        }
    }

    /** @return the last line that belongs to it */
    private int take(String field, String rest, List<String> lines, int at) {
        labels++;
        int i = at;
        StringBuilder value = new StringBuilder(rest);
        boolean isText = isText(field);
        if (rest.isEmpty() && !isText) {
            int next = at + 1;
            while (next < lines.size() && lines.get(next).isEmpty()) {
                next++;
            }
            if (next < lines.size() && !isLabel(lines.get(next))) {
                value.append(lines.get(next));
                i = next;
            }
        }
        while (isText
                && i + 1 < lines.size()
                && !isLabel(lines.get(i + 1))
                && !END.matcher(lines.get(i + 1)).matches()) {
            value.append('\n').append(lines.get(++i));
        }
        put(field, value.toString().strip());
        return i;
    }

    private void put(String field, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (field.equals("email") || field.equals(FROM)) {
            Optional<String> address = addressIn(value);
            if (address.isEmpty()) {
                return;
            }
            if (field.equals(FROM)) {
                String name =
                        value.replaceFirst("(?i)[\\s(<\\[]*(mailto:)?" + Pattern.quote(address.get()) + ".*$", "");
                if (name.codePoints().anyMatch(Character::isLetter)) {
                    said.putIfAbsent(
                            "name", name.replaceAll("^[\"']|[\"']$", "").strip());
                }
            }
            said.putIfAbsent("email", address.get());
            return;
        }
        if (isText(field) && said.containsKey(field)) {
            said.merge(field, value, (earlier, later) -> earlier + "\n\n" + later);
        } else {
            said.putIfAbsent(field, value);
        }
    }

    /** A table of which only the words are left: {@code Name Cy Dorn}. */
    private void readColumns(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String[] words = line.split("\\s+");
            for (int taken = Math.min(4, words.length - 1); taken > 0; taken--) {
                String label = String.join(" ", List.of(words).subList(0, taken));
                String field = field(label);
                String rest = line.length() > label.length()
                        ? line.substring(label.length()).strip()
                        : "";
                boolean fits = field != null
                        && Character.isUpperCase(line.charAt(0))
                        && (!field.equals("email") || ADDRESS.matcher(rest).matches());
                if (fits && field != null) {
                    firstLabel = Math.min(firstLabel, i + 1);
                    i = take(field, rest, lines, i);
                    break;
                }
            }
        }
    }

    private static @Nullable String field(String label) {
        String bare = label.replaceAll("\\((required|optional|pflichtfeld|\\*)\\)|\\*", "")
                .strip();
        if (bare.length() > LONGEST_LABEL) {
            return null;
        }
        String known = LeadHeadings.KNOWN.meantBy(bare);
        return known != null && !Headings.plain(bare).equals("cc") ? known : FORM.meantBy(bare);
    }

    private static boolean isLabel(String line) {
        Matcher labelled = LABELLED.matcher(line);
        return labelled.matches()
                ? field(labelled.group(1)) != null || TECHNICAL.meantBy(labelled.group(1)) != null
                : field(line) != null;
    }

    private static boolean isText(String field) {
        return LeadHeadings.TEXTS.contains(field);
    }

    static Optional<String> addressIn(String text) {
        Matcher found = ADDRESS.matcher(text.replaceFirst("(?i)mailto:", " "));
        return found.find() ? Optional.of(found.group().toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Every address in a text, in small letters, each once. */
    static List<String> addressesIn(String text) {
        return ADDRESS.matcher(text.replaceAll("(?i)mailto:", " "))
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** What stands there as the address of who is asking. */
    Optional<MailAddress> address() {
        return Optional.ofNullable(said.get("email")).flatMap(MailAddress::read);
    }

    /** Whether it is a filled form, and no signature: it begins with its labels and names a person or a message. */
    boolean isForm() {
        return address().isPresent()
                && labels > 1
                && firstLabel <= 4
                && (name() != null || said.containsKey("message"))
                && !top.matches(
                        "(?i)(hi|hello|hey|dear|hallo|guten (tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus"
                                + "|bonjour|hola)\\b.*");
    }

    @Nullable
    String name() {
        String both = (said.getOrDefault("firstName", "") + " " + said.getOrDefault("lastName", "")).strip();
        String name = said.get("name");
        return name != null ? name : both.isEmpty() ? null : both;
    }

    @Nullable
    String get(String field) {
        return said.get(field);
    }

    /** Their message, with what else the form asked; null where no line is one. */
    @Nullable
    String message() {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(said.get(SUBJECT)).ifPresent(parts::add);
        Optional.ofNullable(said.get("message")).ifPresent(parts::add);
        Optional.ofNullable(said.get(LeadHeadings.NOTE)).ifPresent(parts::add);
        if (!more.isEmpty()) {
            parts.add(String.join("\n", more));
        }
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }
}
