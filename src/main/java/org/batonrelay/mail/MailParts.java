package org.batonrelay.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a mail, in its order: all of them, down to a bearable depth and number. A mail within the mail is a
 * leaf too: what is said in there is not what its sender says.
 */
class MailParts {

    private static final int DEEPEST = 25;
    private static final int MOST = 300;

    private final List<Part> leaves = new ArrayList<>();
    private int seen;

    private MailParts() {}

    /** @throws UnreadableMail when it is nested or split beyond what any mail program makes */
    static MailParts of(MimeMessage mail) {
        MailParts parts = new MailParts();
        parts.walk(mail, 0);
        return parts;
    }

    private void walk(Part part, int depth) {
        if (depth > DEEPEST) {
            throw new UnreadableMail("Its parts lie within one another more than " + DEEPEST + " deep.");
        }
        if (++seen > MOST) {
            throw new UnreadableMail("It has more than " + MOST + " parts.");
        }
        List<BodyPart> inner = inner(part);
        if (inner.isEmpty()) {
            leaves.add(part);
        }
        inner.forEach(it -> walk(it, depth + 1));
    }

    /** The parts of this part; none also where their limits cannot be made out: it then reads as the text it is. */
    private static List<BodyPart> inner(Part part) {
        try {
            if (!typeOf(part).startsWith("multipart/")) {
                return List.of();
            }
            Multipart several = part.getContent() instanceof Multipart parsed
                    ? parsed
                    : new MimeMultipart(part.getDataHandler().getDataSource());
            List<BodyPart> inner = new ArrayList<>();
            for (int i = 0; i < several.getCount() && i <= MOST; i++) {
                inner.add(several.getBodyPart(i));
            }
            return inner;
        } catch (MessagingException | IOException | RuntimeException e) {
            return List.of();
        }
    }

    List<Part> leaves() {
        return leaves;
    }

    /** What the mail itself says, enclosures left out: several parts are one text, with pictures between them perhaps. */
    String body(String type) {
        return leaves.stream()
                .filter(part -> readsAs(part).equals(type) && !isEnclosure(part))
                .map(PartText::of)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** Several parts that cannot be told apart read as one text. */
    private static String readsAs(Part leaf) {
        return typeOf(leaf).startsWith("multipart/") ? "text/plain" : typeOf(leaf);
    }

    Optional<Part> first(String... types) {
        return leaves.stream()
                .filter(part -> List.of(types).contains(typeOf(part)))
                .findFirst();
    }

    List<Part> enclosures() {
        return leaves.stream().filter(MailParts::isEnclosure).toList();
    }

    private static boolean isEnclosure(Part part) {
        try {
            String type = typeOf(part);
            boolean readable = type.equals("text/plain") || type.equals("text/html") || type.startsWith("multipart/");
            return !readable || fileName(part) != null || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
    }

    static @Nullable String fileName(Part part) {
        try {
            return part.getFileName();
        } catch (MessagingException | RuntimeException e) {
            return null;
        }
    }

    /** {@code text/plain}, in small letters, without parameters; also what a part without or with a broken type is. */
    static String typeOf(Part part) {
        try {
            String type = part.getContentType();
            String bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
            return bare.matches("[\\w.+-]+/[\\w.+-]+") ? bare : "text/plain";
        } catch (MessagingException | RuntimeException e) {
            return "text/plain";
        }
    }
}
