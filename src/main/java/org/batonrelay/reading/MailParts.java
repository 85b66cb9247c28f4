package org.batonrelay.reading;

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
import org.batonrelay.mail.PageText;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a mail, in its order: all of them, down to a bearable depth and number. A mail within the mail is a
 * leaf too: what is said in there is not what its sender says.
 */
public class MailParts {

    private static final int DEEPEST = 25;
    private static final int MOST = 300;

    private static final List<String> PLAIN = List.of(
            "text/plain", "text/markdown", "text/x-markdown", "text/enriched", "text/richtext", "text/x-web-markdown");

    private final List<Part> leaves = new ArrayList<>();
    /** A text that is all there is to read: a body, whatever file name it has. */
    private @Nullable Part only;

    /** The words that Outlook has packed. */
    private final List<Part> packed = new ArrayList<>();

    private int seen;

    private MailParts() {}

    /** @throws UnreadableMail when it is nested or split beyond what any mail program makes */
    public static MailParts of(MimeMessage mail) {
        MailParts parts = new MailParts();
        parts.walk(mail, 0);
        parts.only = parts.onlyText();
        return parts;
    }

    private @Nullable Part onlyText() {
        if (leaves.size() == 1 && leaves.get(0) instanceof MimeMessage) {
            return leaves.get(0);
        }
        List<Part> texts = leaves.stream()
                .filter(it -> List.of("text/plain", "text/html").contains(readsAs(it)))
                .toList();
        boolean file = texts.size() == 1 && isAttached(texts.get(0));
        return texts.size() == 1 && !file ? texts.get(0) : null;
    }

    private static boolean isAttached(Part part) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        } catch (MessagingException e) {
            return false;
        }
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
            unwrap(part, depth);
        }
        inner.forEach(it -> walk(it, depth + 1));
    }

    /** Some programs put the whole mail into one file: Outlook, and whoever signs it as a whole. */
    private void unwrap(Part leaf, int depth) {
        if (PackedMail.isSigned(leaf)) {
            PackedMail.signed(leaf).ifPresentOrElse(mail -> walk(mail, depth + 1), () -> leaves.add(leaf));
        } else if (PackedMail.isOutlooks(leaf)) {
            List<BodyPart> parts = PackedMail.outlooks(leaf);
            leaves.addAll(parts.isEmpty() ? List.of(leaf) : parts);
            parts.stream().findFirst().ifPresent(packed::add);
        } else {
            leaves.add(leaf);
        }
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
    public String body(String type) {
        String body = body(type, false);
        // what Outlook packs stands in the mail once more, unless it is all there is
        return body.isBlank()
                        && type.equals("text/plain")
                        && body("text/html", false).isBlank()
                ? body(type, true)
                : body;
    }

    private String body(String type, boolean ofOutlook) {
        return leaves.stream()
                .filter(part -> readsAs(part).equals(type) && !isEnclosure(part) && packed.contains(part) == ofOutlook)
                .map(part -> typeOf(part).matches("text/(enriched|richtext)")
                        ? PageText.of(EnrichedText.page(PartText.of(part)))
                        : PartText.of(part))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    /** Whether it says something that only its recipient's own mail program can read. */
    boolean isEncrypted() {
        return leaves.stream()
                .anyMatch(part -> typeOf(part).equals("application/pgp-encrypted") || PackedMail.isSigned(part));
    }

    /** Several parts that cannot be told apart read as one text; so do forms of plain text with marks in it. */
    private static String readsAs(Part leaf) {
        String type = typeOf(leaf);
        return type.startsWith("multipart/") || PLAIN.contains(type) ? "text/plain" : type;
    }

    Optional<Part> first(String... types) {
        return leaves.stream()
                .filter(part -> List.of(types).contains(typeOf(part)))
                .findFirst();
    }

    public List<Part> enclosures() {
        return leaves.stream().filter(this::isEnclosure).toList();
    }

    private boolean isEnclosure(Part part) {
        boolean readable = List.of("text/plain", "text/html").contains(readsAs(part));
        return !readable || part != only && (fileName(part) != null || isAttached(part));
    }

    public static @Nullable String fileName(Part part) {
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
