package org.batonrelay.mail;

import com.samskivert.mustache.Mustache;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.engine.decision.CouldNotUse;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Fills a letter's template, the latest deployed one that can be used, in the letter's language or else in English. Its
 * first line is {@code Subject: ...}; a value that is not known is left out, and none is ever shown unescaped.
 */
@Component
public class Wordings {

    private static final int LONGEST_SUBJECT = 200;
    private static final Mustache.Compiler MUSTACHE =
            Mustache.compiler().defaultValue("").emptyStringIsFalse(true).escapeHTML(false);

    private final DeployedTexts texts;

    private final ApplicationEventPublisher events;

    Wordings(DeployedTexts texts, ApplicationEventPublisher events) {
        this.texts = texts;
        this.events = events;
    }

    Wording of(Letter letter) {
        return of(letter.template(), letter.language(), letter.model());
    }

    /** @throws IllegalStateException with a sentence when there is no such template or it cannot be used */
    public Wording of(String name, Locale language, Map<String, Object> model) {
        String[] template = template(name, language).split("\\R", 2);
        String body = template[1];
        String subject = Escape.oneLine(MUSTACHE.compile(template[0].substring(MailTemplate.SUBJECT.length()))
                .execute(model));
        String markdown =
                MUSTACHE.withEscaper(Escape::markdown).compile(body.strip()).execute(model);
        return new Wording(shortened(subject), markdown);
    }

    private String template(String name, Locale language) {
        String fault = "";
        for (String code : List.of(language.getLanguage(), "en")) {
            String file = name + "." + code + ".md";
            Optional<DeployedTexts.Version> latest = texts.newest("forms/mails/" + file);
            if (latest.isEmpty()) {
                continue;
            }
            List<String> faults =
                    MailTemplate.faultsAtWriting(file, latest.get().text());
            if (faults.isEmpty()) {
                return latest.get().text();
            }
            fault = faults.get(0);
            Optional<String> good = texts.newestFirst("forms/mails/" + file).stream()
                    .map(DeployedTexts.Version::text)
                    .filter(text -> MailTemplate.faultsAtWriting(file, text).isEmpty())
                    .findFirst();
            events.publishEvent(new CouldNotUse(file, latest.get().deployment(), fault));
            if (good.isPresent()) {
                return good.get();
            }
        }
        throw new IllegalStateException(
                fault.isEmpty()
                        ? "There is no mail template forms/mails/" + name + ".en.md; deploy one."
                        : "The mail template '" + name + "' cannot be used, and no version before it: it " + fault);
    }

    private static String shortened(String subject) {
        return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT)) + "…";
    }
}
