package org.batonrelay.inbound;

import java.util.Locale;
import java.util.regex.Pattern;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.IncomingMail.Enclosure;

/** Whether a mail says nothing beside its text: what somebody has written into the subject or a file may well take it back. */
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
                && mail.attachments().stream().allMatch(PlainAnswer::isDecoration);
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
        // Outlook's own wrapping of the same text, where it is no larger than that
        boolean wrapping = (type.contains("ms-tnef") || name.equals("winmail.dat")) && file.size() <= SMALL_PICTURE;
        return card || signature || wrapping || type.startsWith("image/") && file.size() <= SMALL_PICTURE;
    }
}
