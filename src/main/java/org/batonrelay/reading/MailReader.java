package org.batonrelay.reading;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.batonrelay.cutting.NewText;
import org.batonrelay.mail.HouseAddresses;
import org.batonrelay.reading.IncomingMail.Enclosure;
import org.batonrelay.reading.IncomingMail.Form;
import org.batonrelay.reading.IncomingMail.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands a stored mail. */
@Component
public class MailReader {

    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_NAME = 200;

    private static final String[] RECIPIENTS = {
        "To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "Apparently-To", "Resent-To"
    };

    private final HouseAddresses ours;
    private final ProvenSender proven;
    private final MailSorter sorter;

    public MailReader(HouseAddresses ours, ProvenSender proven, MailSorter sorter) {
        this.ours = ours;
        this.proven = proven;
        this.sorter = sorter;
    }

    /** @throws UnreadableMail when it cannot be taken apart within bounds */
    public IncomingMail read(StoredMail stored) {
        OpenedMail mail = OpenedMail.open(stored.raw());
        MailHeaders headers = mail.headers();
        String said = HeaderText.cut(NewText.in(mail.text()), LONGEST_TEXT);
        Optional<DeliveryFailure> failure = DeliveryFailure.in(mail);
        Sort sort = sorter.sort(mail, failure, said);
        Optional<InternetAddress> author = OwnList.author(headers, ours);
        InternetAddress from = author.orElseGet(
                () -> headers.people("From").stream().findFirst().orElse(new InternetAddress()));
        Instant sentAt = sentAt(headers, stored.receivedAt());
        return new IncomingMail(
                stored.id(),
                stored.messageId(),
                sort,
                name(from),
                address(from),
                author.isEmpty() && proven.vouchesFor(headers),
                OriginReader.read(mail, ours, author.isPresent()),
                recipients(headers),
                cc(headers),
                headers.subject(),
                HeaderText.cut(mail.text(), LONGEST_TEXT),
                said,
                forms(mail),
                references(failure, headers),
                failure.map(DeliveryFailure::recipients).orElse(List.of()),
                failure.filter(DeliveryFailure::delayed).isPresent(),
                AutomaticAnswer.seemsMore(sorter.written(mail), said, sort),
                sort == Sort.AUTOMATIC
                        ? awayUntil(headers.subject() + ".\n" + said, sentAt, stored.receivedAt())
                        : null,
                sentAt,
                enclosures(mail));
    }

    private static List<Form> forms(OpenedMail mail) {
        return mail.forms().stream()
                .map(text ->
                        new Form(HeaderText.cut(text, LONGEST_TEXT), HeaderText.cut(NewText.in(text), LONGEST_TEXT)))
                .toList();
    }

    /** The mail that could not be delivered is what a delivery failure answers, whatever else it names. */
    private static List<String> references(Optional<DeliveryFailure> failure, MailHeaders headers) {
        return Stream.concat(failure.stream().flatMap(it -> it.original().stream()), headers.references().stream())
                .distinct()
                .toList();
    }

    /** A day that has passed when the mail is taken moves nothing. */
    private static @Nullable LocalDate awayUntil(String text, Instant writtenAt, Instant receivedAt) {
        return ReturnDate.in(text, writtenAt.atOffset(ZoneOffset.UTC).toLocalDate())
                .filter(day -> day.isAfter(receivedAt.atOffset(ZoneOffset.UTC).toLocalDate()))
                .orElse(null);
    }

    /** What the mail encloses under this number. */
    public Optional<byte[]> content(StoredMail stored, int number) {
        List<Part> enclosures = OpenedMail.open(stored.raw()).parts().enclosures();
        if (number < 0 || number >= enclosures.size()) {
            return Optional.empty();
        }
        try (InputStream content = enclosures.get(number).getInputStream()) {
            return Optional.of(content.readAllBytes());
        } catch (IOException | MessagingException e) {
            throw new UnreadableMail("What it encloses cannot be decoded: " + e.getMessage());
        }
    }

    private static Instant sentAt(MailHeaders headers, Instant receivedAt) {
        return headers.date().filter(it -> it.isBefore(receivedAt)).orElse(receivedAt);
    }

    private static String name(InternetAddress person) {
        return HeaderText.oneLine(person.getPersonal(), LONGEST_NAME);
    }

    private static String address(InternetAddress person) {
        return person.getAddress() == null
                ? ""
                : HeaderText.oneLine(person.getAddress(), 320).toLowerCase(Locale.ROOT);
    }

    private static List<String> recipients(MailHeaders headers) {
        return headers.people(RECIPIENTS).stream()
                .map(MailReader::address)
                .distinct()
                .toList();
    }

    private List<String> cc(MailHeaders headers) {
        return headers.people("To", "Cc").stream()
                .filter(it -> !ours.include(address(it)))
                .map(it -> name(it).isEmpty() ? address(it) : name(it) + " <" + address(it) + ">")
                .distinct()
                .toList();
    }

    private static List<Enclosure> enclosures(OpenedMail mail) {
        List<Enclosure> enclosures = new ArrayList<>();
        for (Part part : mail.parts().enclosures()) {
            enclosures.add(new Enclosure(enclosures.size(), fileName(part), MailParts.typeOf(part), size(part)));
        }
        return enclosures;
    }

    /** Without a path, which on another machine would lead somewhere. */
    private static String fileName(Part part) {
        String told = HeaderText.oneLine(MailParts.fileName(part), LONGEST_NAME);
        String bare = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
        return bare.isBlank() ? unnamed(MailParts.typeOf(part)) : bare;
    }

    /** With the ending of its type, by which it is known whether it can be kept. */
    private static String unnamed(String type) {
        String kind = type.substring(type.indexOf('/') + 1);
        return switch (type) {
            case "message/rfc822" -> "message.eml";
            case "text/calendar" -> "invitation.ics";
            default -> kind.matches("[a-z]{3,4}") ? "unnamed." + kind : "unnamed";
        };
    }

    private static long size(Part part) {
        try (InputStream content = part.getInputStream()) {
            return content.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException | MessagingException e) {
            return 0;
        }
    }
}
