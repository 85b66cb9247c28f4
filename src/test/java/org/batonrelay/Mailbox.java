package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** What has really arrived, read over IMAP as anybody's mail program would. */
public final class Mailbox {

    private final int port;

    public Mailbox(int port) {
        this.port = port;
    }

    /** All mail to this address, oldest first. */
    public List<Mail> of(String address) {
        return read(address, subject -> true);
    }

    /** The newest mail to this address whose subject contains a text; no other is taken apart. */
    public Mail latest(String address, String subject) {
        List<String> seen = new ArrayList<>();
        List<Mail> wanted = read(address, it -> {
            seen.add(it);
            return it.contains(subject);
        });
        assertThat(wanted)
                .as("mail to %s about '%s' among %s", address, subject, seen)
                .isNotEmpty();
        return wanted.get(wanted.size() - 1);
    }

    private List<Mail> read(String address, Predicate<String> subject) {
        Properties settings = new Properties();
        settings.put("mail.imap.timeout", "10000");
        // one answer a message instead of a dialogue about its pieces
        settings.put("mail.imap.partialfetch", "false");
        try (Store store = Session.getInstance(settings).getStore("imap")) {
            store.connect("127.0.0.1", port, address, "any");
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                Message[] messages = inbox.getMessages();
                FetchProfile envelopes = new FetchProfile();
                envelopes.add(FetchProfile.Item.ENVELOPE);
                inbox.fetch(messages, envelopes);
                List<Message> wanted = new ArrayList<>();
                for (Message message : messages) {
                    if (subject.test(String.valueOf(message.getSubject()))) {
                        wanted.add(message);
                    }
                }
                // all in one answer: the boxes of our people are full, and a dialogue about each mail takes long
                FetchProfile whole = new FetchProfile();
                whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
                inbox.fetch(wanted.toArray(Message[]::new), whole);
                List<Mail> mails = new ArrayList<>();
                for (Message message : wanted) {
                    mails.add(Mail.read(new MimeMessage((MimeMessage) message)));
                }
                return mails;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the box of " + address + " cannot be read", e);
        }
    }

    /** A mail, taken apart; {@code parts} holds everything that is neither its text nor its page. */
    public record Mail(MimeMessage message, String subject, String text, String html, List<Part> parts) {

        static Mail read(MimeMessage message) throws MessagingException, IOException {
            List<Part> parts = new ArrayList<>();
            flatten(message, parts);
            String text = take(parts, part -> isA(part, "text/plain"));
            String html = take(parts, part -> isA(part, "text/html"));
            return new Mail(message, String.valueOf(message.getSubject()), text, html, parts);
        }

        /** The value of a header, or null; more than one is an error. */
        public String header(String name) {
            try {
                String[] values = message.getHeader(name);
                assertThat(values == null ? 0 : values.length).as(name).isLessThan(2);
                return values == null ? null : values[0];
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        public InternetAddress from() {
            try {
                return (InternetAddress) message.getFrom()[0];
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The first address in the text that contains this, such as the client's page by {@code /c/}. */
        public String link(String containing) {
            Matcher links = Pattern.compile("https?://\\S+").matcher(text);
            return links.results()
                    .map(link -> link.group())
                    .filter(link -> link.contains(containing))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no link with " + containing + " in\n" + text));
        }

        /** Everything a person can see of it: subject, sender's name, text and page without its tags. */
        public String visible() {
            String page = html.replaceAll("(?s)<style.*?</style>", " ").replaceAll("<[^>]*>", " ");
            return String.join("\n", subject, String.valueOf(from().getPersonal()), text, page);
        }

        /** The invitation it carries, as text. */
        public String calendar() {
            return parts.stream()
                    .filter(part -> isA(part, "text/calendar"))
                    .map(Mail::content)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no invitation in '" + subject + "'"));
        }

        private static String take(List<Part> parts, Predicate<Part> wanted) {
            Part part = parts.stream().filter(wanted).findFirst().orElse(null);
            parts.remove(part);
            return part == null ? "" : content(part);
        }

        private static String content(Part part) {
            try {
                return new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("\r\n", "\n");
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static boolean isA(Part part, String type) {
            try {
                return part.isMimeType(type);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void flatten(Part part, List<Part> into) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart inner = several.getBodyPart(i);
                    flatten(inner, into);
                }
            } else {
                into.add(part);
            }
        }
    }
}
