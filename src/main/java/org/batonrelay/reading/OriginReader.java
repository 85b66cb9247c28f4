package org.batonrelay.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.mail.HouseAddresses;
import org.batonrelay.reading.Origin.Enclosed;
import org.batonrelay.reading.Origin.Party;

/** Reads how a mail came to be: its reply address, the marks of programs and lists, and the mails it encloses. */
final class OriginReader {

    private static final int LONGEST_TEXT = 200_000;
    private static final int MOST_ENCLOSED = 10;
    private static final int LARGEST_ENCLOSED = 15 * 1024 * 1024;

    /** What mail programs of people do not write. */
    private static final List<String> OF_PROGRAMS = List.of(
            "X-PHP-Originating-Script",
            "X-PHP-Script",
            "X-PHP-Filename",
            "X-WPCF7-Content-Type",
            "X-WP-MailID",
            "X-Form-ID",
            "X-Typeform-Form",
            "X-Jotform-ID",
            "X-Formspree",
            "X-HubSpot-Form",
            "X-TYPO3-Extension",
            "X-Drupal",
            "X-Joomla",
            "X-Contact-Form");

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)php|wordpress|\\bwp\\b|wpmail|wpforms|contact ?form|kontaktformular|typo3|drupal|joomla|contao|neos|swift ?mailer"
                    + "|symfony|laravel|nodemailer|django|rails|sendmail\\.|zapier|typeform"
                    + "|jotform|formspree|gravity|hubspot|formmail|cgi|perl|python|coldfusion|aspnet|asp\\.net|magento|shopify");

    private static final List<String> ANSWERED = List.of(
            "X-Autoreply",
            "X-AutoReply-From",
            "X-Auto-Reply-From",
            "X-Autorespond",
            "X-Autoresponder",
            "X-Mail-Autoreply",
            "X-Vacation",
            "X-OOF-Reply");

    private OriginReader() {}

    static Origin read(OpenedMail mail, HouseAddresses ours, boolean rewritten) {
        MailHeaders headers = mail.headers();
        return new Origin(
                isByProgram(headers),
                isToMany(headers) && !OwnList.brought(headers, ours),
                isAnswer(headers),
                rewritten,
                parties(headers, "Reply-To"),
                enclosed(mail.parts()));
    }

    private static boolean isByProgram(MailHeaders headers) {
        return OF_PROGRAMS.stream().anyMatch(headers::has)
                || PROGRAM.matcher(headers.first("X-Mailer") + " " + headers.first("User-Agent"))
                        .find()
                || headers.first("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-generated");
    }

    private static boolean isToMany(MailHeaders headers) {
        return headers.has("List-Id")
                || headers.has("List-Unsubscribe")
                || headers.first("Precedence").matches("(?i)bulk|list|junk");
    }

    private static boolean isAnswer(MailHeaders headers) {
        return headers.first("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied")
                || headers.first("Precedence").matches("(?i)auto[-_]?reply")
                || ANSWERED.stream().anyMatch(headers::has)
                || !headers.references().isEmpty();
    }

    private static List<Party> parties(MailHeaders headers, String header) {
        return headers.people(header).stream().map(OriginReader::party).toList();
    }

    static Party party(InternetAddress person) {
        String address = person.getAddress() == null ? "" : HeaderText.oneLine(person.getAddress(), 320);
        return new Party(HeaderText.oneLine(person.getPersonal(), 200), address.toLowerCase(Locale.ROOT));
    }

    private static List<Enclosed> enclosed(MailParts parts) {
        return parts.leaves().stream()
                .filter(OriginReader::isMail)
                .limit(MOST_ENCLOSED)
                .flatMap(part -> open(part).stream())
                .toList();
    }

    private static boolean isMail(Part part) {
        String name = MailParts.fileName(part);
        return MailParts.typeOf(part).equals("message/rfc822")
                || (name != null && name.toLowerCase(Locale.ROOT).endsWith(".eml"));
    }

    private static Optional<Enclosed> open(Part part) {
        try (InputStream content = part.getInputStream()) {
            OpenedMail mail = OpenedMail.open(content.readNBytes(LARGEST_ENCLOSED));
            return Stream.concat(mail.headers().people("From").stream(), mail.headers().people("Sender").stream())
                    .findFirst()
                    .map(from -> new Enclosed(
                            party(from),
                            parties(mail.headers(), "Reply-To"),
                            isByProgram(mail.headers()),
                            mail.headers().subject(),
                            HeaderText.cut(mail.text(), LONGEST_TEXT)));
        } catch (IOException | MessagingException | UnreadableMail e) {
            return Optional.empty(); // it is kept as the file that it is
        }
    }
}
