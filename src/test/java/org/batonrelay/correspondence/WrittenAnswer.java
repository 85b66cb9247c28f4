package org.batonrelay.correspondence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.batonrelay.mail.Understood;
import org.batonrelay.reading.IncomingMail;

/**
 * A sample of {@code src/test/resources/answers}: an answer to a summary, and the mail of ours that it answers.
 *
 * @param id as the sample names itself
 * @param from the name that the mail says it is from
 * @param text the mail's text or page, what it quotes put in
 */
record WrittenAnswer(String id, String language, String from, String text) {

    static final String MAIL_ID = "<0a1b2c3d4e5f60718293a4b5c6d7e8f9@baton.example>";
    private static final Path FOLDER = Path.of("src/test/resources/answers");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@([\\w-]+\\.)+[a-z]{2,}");

    static List<WrittenAnswer> in(String file) {
        return Arrays.stream(read(file).split("(?m)^=====\\n"))
                .skip(1)
                .map(WrittenAnswer::parse)
                .toList();
    }

    private static WrittenAnswer parse(String sample) {
        String[] part = sample.split("\n", 2);
        String[] head = part[0].split("\\s*\\|\\s*");
        String sent = sent(head[1]);
        String text = part[1].stripTrailing()
                .replace(
                        "{{>}}",
                        sent.lines().map(line -> ("> " + line).stripTrailing()).collect(Collectors.joining("\n")))
                .replace("{{copy}}", sent)
                .replace("{{html}}", page(sent));
        return new WrittenAnswer(head[0], head[1], head[2].strip(), text);
    }

    /** Our mail, as plain text. */
    String sent() {
        return sent(language);
    }

    String subject() {
        return language.equals("de")
                ? "Worüber wir gesprochen haben – bitte bestätigen"
                : "What we talked about – please confirm";
    }

    String organisation() {
        return List.of("Maria Weber", "Jens Kühn").contains(from)
                ? "Muster GmbH"
                : from.equals("Ann Lee") ? "Acme" : "";
    }

    /** The address that stands in the text where there is one of theirs, else one made of the name. */
    String address() {
        List<String> names = List.of(from.toLowerCase(Locale.ROOT).split("\\W+"));
        Matcher found = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
        return found.results()
                .map(it -> it.group())
                .filter(it -> names.stream().anyMatch(name -> name.length() > 2 && it.startsWith(name)))
                .findFirst()
                .orElse("someone@client.example");
    }

    IncomingMail mail() {
        boolean page = text.startsWith("<");
        return Understood.mail("From: " + word(from) + " <" + address() + ">\nTo: reply+k3x9@baton.example\nSubject: "
                + word("Re: " + subject()) + "\nMessage-ID: <" + id.split(" ")[0] + "@client.example>\nIn-Reply-To: "
                + MAIL_ID
                + "\nMIME-Version: 1.0\nContent-Type: text/" + (page ? "html" : "plain")
                + "; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n");
    }

    private static String word(String text) {
        return "=?utf-8?b?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String sent(String language) {
        return read("sent." + (language.equals("de") ? "de" : "en") + ".txt").strip();
    }

    private static String page(String text) {
        return Arrays.stream(text.replace("&", "&amp;").replace("<", "&lt;").split("\n\n"))
                .map(it -> "<p>" + it.replace("\n", "<br>\n") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
