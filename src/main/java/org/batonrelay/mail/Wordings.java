package org.batonrelay.mail;

import com.samskivert.mustache.Mustache;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.batonrelay.engine.DeployedTexts;
import org.springframework.stereotype.Component;

/**
 * Fills a letter's template, the latest deployed one, in the letter's language or else in English. Its first line is
 * {@code Subject: ...}; a value that is not known is left out, and none is ever shown unescaped.
 */
@Component
public class Wordings {

    private static final int LONGEST_SUBJECT = 200;
    private static final String SUBJECT = "Subject:";
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().defaultValue("").emptyStringIsFalse(true).escapeHTML(false);

    private final DeployedTexts texts;

    Wordings(DeployedTexts texts) {
        this.texts = texts;
    }

    Wording of(Letter letter) {
        return of(letter.template(), letter.language(), letter.model());
    }

    /** @throws IllegalStateException with a sentence when there is no such template or it cannot be used */
    public Wording of(String name, Locale language, Map<String, Object> model) {
        String[] template = template(name, language).split("\\R", 2);
        String body = template.length == 2 ? template[1] : "";
        if (!template[0].startsWith(SUBJECT) || body.isBlank()) {
            throw unusable(name, "must begin with a line 'Subject: ...' and go on with a text");
        }
        if (body.contains("{{{") || body.contains("{{&")) {
            throw unusable(name, "shows a value unescaped; write {{...}} with two braces");
        }
        String subject = Escape.oneLine(
                MUSTACHE.compile(template[0].substring(SUBJECT.length())).execute(model));
        String markdown =
                MUSTACHE.withEscaper(Escape::markdown).compile(body.strip()).execute(model);
        return new Wording(shortened(subject), markdown);
    }

    private String template(String name, Locale language) {
        return Stream.of(language.getLanguage(), "en")
                .map(code -> "forms/mails/" + name + "." + code + ".md")
                .flatMap(path -> texts.latest(path).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no mail template forms/mails/" + name + ".en.md; deploy one."));
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }

    private static IllegalStateException unusable(String name, String fault) {
        return new IllegalStateException("The mail template '" + name + "' " + fault + ".");
    }
}
