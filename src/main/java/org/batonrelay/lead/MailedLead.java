package org.batonrelay.lead;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes a lead of a mail that somebody has written to us without knowing anybody here. */
@Component
public class MailedLead {

    /** Where such a lead comes from, as its card and ledger say. */
    public static final String SOURCE = "e-mail";

    private static final int LONGEST_TEXT = 3900;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> GERMAN = Set.of(
            "der", "die", "das", "und", "ich", "wir", "ist", "nicht", "mit", "für", "ein", "eine", "sie", "ihre");
    private static final Set<String> ENGLISH =
            Set.of("the", "and", "is", "we", "you", "your", "with", "for", "our", "a", "an", "are", "not", "please");

    private final LeadRules rules;
    private final PublicMailProviders providers;

    MailedLead(LeadRules rules, PublicMailProviders providers) {
        this.rules = rules;
        this.providers = providers;
    }

    /** Empty where the sender has no address that could be answered. */
    public Optional<NewLead> read(String name, String address, String subject, String text) {
        String said = clean(subject + "\n\n" + text);
        return MailAddress.read(address.strip())
                .map(mail -> lead(named(name, mail), mail, said))
                .filter(lead -> rules.faults(lead).isEmpty());
    }

    private NewLead lead(String name, MailAddress address, String said) {
        return new NewLead(
                name,
                address.toString(),
                providers.ownDomain(address).map(MailedLead::organisation).orElse(name),
                null,
                null,
                null,
                language(said),
                null,
                SOURCE,
                null,
                said.isBlank() ? null : said,
                null,
                null,
                null,
                null,
                null);
    }

    private static String named(String name, MailAddress address) {
        String plain = oneLine(name);
        boolean speaks = plain.codePoints().anyMatch(Character::isLetterOrDigit);
        return speaks && !plain.contains("@") ? plain : oneLine(address.local().replaceAll("[._+-]+", " "));
    }

    /** {@code mail.big-corp.co.uk} is Big-corp: what stands before the ending that anybody can have. */
    private static String organisation(String domain) {
        String[] part = domain.split("\\.");
        boolean twofold = part.length > 2
                && part[part.length - 1].length() == 2
                && List.of("co", "com", "ac", "org", "gov", "net").contains(part[part.length - 2]);
        String word = part[Math.max(0, part.length - (twofold ? 3 : 2))];
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String language(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+");
        return Stream.of(words).filter(GERMAN::contains).count()
                        > Stream.of(words).filter(ENGLISH::contains).count()
                ? "de"
                : "en";
    }

    private static String oneLine(String text) {
        String line = clean(text).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME);
    }

    /** Without what LeadRules takes for unprintable: a stranger's mail may hold anything. */
    private static String clean(String text) {
        String clean = text.replaceAll("\\R", "\n")
                .replaceAll(
                        "[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}&&[^\n\t]]", "")
                .strip();
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
