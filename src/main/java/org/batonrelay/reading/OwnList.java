package org.batonrelay.reading;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.batonrelay.mail.HouseAddresses;

/**
 * Mail that an address of the house passes on to its members as a list: a Google group, Mailman, a distribution list.
 * Such a list marks people's mail as a newsletter is marked, and some put themselves in the place of who wrote it.
 */
final class OwnList {

    private static final Pattern VIA = Pattern.compile("(?i)^['\"]?(.+?)['\"]?\\s+(via|über|par|por|durch)\\s+.+$");
    private static final Set<String> MARKS = Set.of(
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "list-post",
            "list-help",
            "list-archive",
            "list-subscribe",
            "list-owner",
            "precedence",
            "mailing-list");

    private OwnList() {}

    /** Whether a list of the house, and nobody else's, has brought it. */
    static boolean brought(MailHeaders headers, HouseAddresses ours) {
        List<String> names = Stream.of("List-Id", "List-Post", "Mailing-List", "X-BeenThere")
                .flatMap(name -> headers.all(name).stream())
                .toList();
        boolean own = names.stream().anyMatch(value -> namesOurs(value, ours));
        return own && headers.all("List-Unsubscribe").stream().allMatch(value -> isOfHost(value, ours));
    }

    /** A list's name is its address with a dot for the at sign: {@code <leads.baton.example>}. */
    private static boolean namesOurs(String value, HouseAddresses ours) {
        String bare = value.toLowerCase(Locale.ROOT).replaceFirst("^.*<", "").replaceFirst(">.*$", "");
        return ours.areAt(bare.strip())
                || MailHeaders.addresses(value).stream()
                        .anyMatch(address -> ours.areAt(address.substring(address.indexOf('@') + 1)));
    }

    /** Whoever runs the list for us; a newsletter that comes through it tells where it is sent from. */
    private static boolean isOfHost(String unsubscribe, HouseAddresses ours) {
        String where = unsubscribe.toLowerCase(Locale.ROOT);
        return where.contains("googlegroups.com")
                || where.contains("groups.google.com")
                || where.contains(ours.domain());
    }

    /** The mail as it was before the list marked it. */
    static OpenedMail takenOff(OpenedMail mail) {
        try {
            MimeMessage copy = new MimeMessage(Session.getInstance(new Properties()));
            Part original = mail.headers().mail();
            for (Header header : Collections.list(original.getAllHeaders())) {
                boolean list = MARKS.contains(header.getName().toLowerCase(Locale.ROOT))
                        && !header.getValue().matches("(?i)\\s*auto[-_]?reply\\s*");
                if (!list) {
                    copy.addHeader(header.getName(), header.getValue());
                }
            }
            return new OpenedMail(new MailHeaders(copy), mail.parts(), mail.text());
        } catch (MessagingException e) {
            return mail;
        }
    }

    /** Who wrote a mail in whose From a list of the house has put itself; empty where From says it. */
    static Optional<InternetAddress> author(MailHeaders headers, HouseAddresses ours) {
        InternetAddress from = headers.people("From").stream().findFirst().orElse(new InternetAddress());
        if (!isAtHouse(from, ours)) {
            return Optional.empty();
        }
        return headers.people("X-Original-From", "X-Original-Sender").stream()
                .filter(it -> it.getAddress() != null && !isAtHouse(it, ours))
                .findFirst()
                .map(it -> named(it, from));
    }

    private static boolean isAtHouse(InternetAddress person, HouseAddresses ours) {
        String address = String.valueOf(person.getAddress());
        return ours.areAt(address.substring(address.indexOf('@') + 1));
    }

    private static InternetAddress named(InternetAddress author, InternetAddress list) {
        if (author.getPersonal() != null && !author.getPersonal().isBlank()) {
            return author;
        }
        try {
            return new InternetAddress(author.getAddress(), nameBefore(list.getPersonal()), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is always there", e);
        }
    }

    /** {@code 'Kim Via' via Leads} is Kim Via. */
    static String nameBefore(@org.jspecify.annotations.Nullable String personal) {
        String name = HeaderText.oneLine(personal, 200);
        var via = VIA.matcher(name);
        return via.matches() ? via.group(1).strip() : "";
    }
}
