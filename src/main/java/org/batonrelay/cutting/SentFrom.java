package org.batonrelay.cutting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "Sent from my iPhone": what devices and mail programs write below every mail. Known are its words, all of them, and not
 * only how it begins: "Sent from my office, where nobody agrees" is somebody's own.
 */
final class SentFrom {

    private static final Pattern OPENS = Pattern.compile(
            "^(sent|get|gesendet|von|diese (nachricht|e-?mail|mail) wurde|outlook|hol(en sie)? (dir|sich)|laden sie"
                    + "|download|envoyé|obtenez|télécharge[rz]|enviado|obtener|obtenha|inviato|scarica|ottieni|verzonden|verstuurd|skickat|sendt|wysłan[eo]"
                    + "|odesláno|odoslané|lähetetty|elküldve|trimis|отправлено|надіслано|yahoo mail|gönderildi|hanki|hent|pobierz|stáhněte)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LINK = Pattern.compile("(?i)[<(\\[]?\\b(https?://|www\\.)[^\\s>)\\]]+[>)\\]]?");

    /** Devices and programs; one of them has to be named. */
    private static final Set<String> FROM = KnownWords.of("""
            iphone iphone'a iphonu iphonesta iphone-ról ipad ipadu ipadesta ipod galaxy samsung android android™ ios
            blackberry pixel huawei xiaomi oneplus nokia motorola sony xperia htc lg oppo redmi honor outlook yahoo gmail
            aol gmx web.de mail.de freenet telekom t-online proton protonmail tutanota tuta mailbird spark bluemail
            typeapp nine k-9 thunderbird fairemail aquamail newton airmail edison polymail superhuman zoho fastmail hey
            posteo mailbox.org boxer traveler notes verse hcl ibm windows mac macbook imac smartphone handy mobiltelefon
            tablet mobile mobil mobilgerät phone telefon device gerät front missive mimecast roundcube horde unterwegs
            surface chromebook mailspring canary icloud em
            bluemail.me
            """);

    /** What stands beside them. */
    private static final Set<String> BESIDE = KnownWords.of("""
            sent from with via using by on for my a an the all new get download mail e-mail email app client secure free
            work workspace one ultra plus pro max mini note tab fold flip air se verizon at&t t-mobile sprint vodafone o2 orange telstra wireless search organize conquer gesendet
            von meinem meiner mit der dem aus über für beziehen holen hol sie sich dir laden diese nachricht wurde
            most secure device best fast herunter herunterladen sichere sicheren sicherer verschlüsselte auf am im envoyé de du depuis mon ma pour obtenez télécharger téléchargez enviado desde mi meu do da
            dal mio para per obtener obtenha inviato scarica ottieni verzonden verstuurd vanaf mijn met voor skickat från
            min mitt sendt fra wysłane wysłano z odesláno odoslané lähetetty elküldve trimis pe отправлено надіслано с з
            out gönderildi hanki hent pobierz stáhněte til dla pro. duo lite 5g 4g lte network net communicator virtual
            enterprise hub mobilne mobiele mobiel
            """);

    private static final Set<String> WAYS_TO_GET = KnownWords.of("herunterladen beziehen holen laden télécharger");

    /** "Please excuse my brevity", behind the device that is to blame. */
    private static final Pattern EXCUSE = Pattern.compile(
            "(?iu)(^|[.!,;]\\s*|\\s+[-–]\\s+)(please |kindly )?(excuse|forgive|pardon) (my |any |the |me for )*(brevity|typos?|spelling|errors|terseness|mistakes)"
                    + "( ?(and|&|or|/) ?(my |any )?(brevity|typos?|spelling|errors|terseness|mistakes))*\\.?$"
                    + "|(^|[.!,;]\\s*)(bitte )?entschuldigen sie (bitte )?(die|meine) kürze\\.?$");

    private static final Pattern HOST = Pattern.compile("(?:https?://|www\\.)([\\w-]+(\\.[\\w-]+)+)");

    private SentFrom() {}

    static boolean is(String line) {
        String bare = LINK.matcher(line.strip().replaceFirst("^[-–—*\\s]{1,4}(?=\\p{L})", ""))
                .replaceAll(" ")
                .strip();
        Matcher excuse = EXCUSE.matcher(bare);
        if (excuse.find()) {
            bare = bare.substring(0, excuse.start()).strip();
        }
        List<String> words = Arrays.stream(bare.toLowerCase(Locale.ROOT).split("[\\s,:()\\[\\]<>|!/]+|\\.(?=\\s|$)"))
                .filter(word -> !word.isBlank())
                .toList();
        if (bare.length() > 120 || !(OPENS.matcher(bare).matches() || offersItself(words))) {
            return false;
        }
        // a program that nobody knows has a site of its own name
        String host = HOST.matcher(line.toLowerCase(Locale.ROOT))
                .results()
                .map(it -> it.group(1))
                .findFirst()
                .orElse("");
        Predicate<String> program = word -> isProgram(word) || word.length() > 3 && host.contains(word);
        return words.stream().anyMatch(program)
                && words.stream().allMatch(word -> program.test(word) || BESIDE.contains(word) || isModel(word));
    }

    /** "BlueMail für Android herunterladen". */
    private static boolean offersItself(List<String> words) {
        return words.size() > 1 && isProgram(words.get(0)) && WAYS_TO_GET.contains(words.get(words.size() - 1));
    }

    private static boolean isProgram(String word) {
        return FROM.contains(word)
                || word.contains("-") && Arrays.stream(word.split("-")).allMatch(FROM::contains)
                || word.matches("(android|apple|windows|ipad|samsung)-\\p{L}+") && !word.endsWith("-");
    }

    /** "S21", "15", "A52s", "M2101K6G": what a maker calls a device. */
    private static boolean isModel(String word) {
        return word.matches("[a-z]{1,3}-?\\d{1,4}[a-z]{0,3}|1\\d|[78]");
    }
}
