package org.batonrelay.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.batonrelay.mail.IncomingMail;
import org.batonrelay.mail.IncomingMail.Enclosure;

/**
 * Whether a mail says nothing beside its own words: what somebody has written into the subject, between the quoted
 * lines or into a file may well take back what stands above.
 */
final class PlainAnswer {

    private static final Pattern PREFIXES = Pattern.compile(
            "^((re|aw|antw|antwort|sv|vs|fw|fwd|wg)(\\[\\d+])?\\s*:\\s*"
                    // what mail servers put before a subject, and nothing that a person might
                    + "|\\[\\W*(ext(ern(al|e)?)?( (e-?mail|mail|sender|absender))?|(suspected )?spam|secure|encrypted|sicher"
                    + "|verschlüsselt|signed|signiert|intern(al)?)\\W*]\\s*)+",
            Pattern.CASE_INSENSITIVE);
    /** The picture in a signature; a screen shot with something crossed out is larger. */
    private static final long SMALL_PICTURE = 20_000;

    private PlainAnswer() {}

    /** @param subject of the mail that it answers */
    static boolean isOne(IncomingMail mail, String subject) {
        return (bare(mail.subject()).isEmpty() || bare(mail.subject()).equals(bare(subject)))
                && mail.attachments().stream().allMatch(PlainAnswer::isDecoration)
                && mail.forms().stream().allMatch(PlainAnswer::saysNothingBelow);
    }

    private static String bare(String subject) {
        return PREFIXES.matcher(subject.strip())
                .replaceFirst("")
                .replaceAll("[^\\p{L}\\p{N}?\\p{So}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isDecoration(Enclosure file) {
        String type = file.type().toLowerCase(Locale.ROOT);
        String name = file.name().toLowerCase(Locale.ROOT);
        boolean card = type.startsWith("text/vcard") || type.startsWith("text/x-vcard") || name.endsWith(".vcf");
        boolean signature = type.contains("pgp-signature") || type.contains("pkcs7-signature");
        return card || signature || type.startsWith("image/") && file.size() <= SMALL_PICTURE;
    }

    /** Lines of their own between or below the lines they quote. */
    private static boolean saysNothingBelow(IncomingMail.Form mail) {
        boolean quoted = false;
        List<String> said = mail.said().lines().map(String::strip).toList();
        for (String line : mail.text().lines().map(String::strip).toList()) {
            if (line.equals("--")) {
                return true;
            }
            if (line.startsWith(">")) {
                quoted = true;
            } else if (quoted && !line.isEmpty() && !said.contains(line)) {
                return false;
            }
        }
        return true;
    }
}
