package org.batonrelay.cutting;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What may stand above a mail of ours where it is quoted: its subject, and the names of those who wrote and got it. Capital
 * letters make no name, so that nobody's "Only One Plant" passes for somebody who got a copy.
 *
 * @param subjects as {@link #bare} has them
 * @param isTheirs whether a word, in small letters, is of the name of somebody who is known to have written or got it
 * @param mayName whether a word may be somebody's name; believed beside an address of mail
 */
public record Letterhead(Set<String> subjects, Predicate<String> isTheirs, Predicate<String> mayName) {

    private static final Pattern PREFIXES = Pattern.compile(
            "^((re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|odp|ynt|rv|res)(\\[\\d+])?\\s*:\\s*|\\[\\W*ext(ern(al|e)?)?\\W*]\\s*)+",
            Pattern.CASE_INSENSITIVE);

    public static Letterhead of(Stream<String> subjects, Predicate<String> isTheirs, Predicate<String> mayName) {
        return new Letterhead(
                subjects.map(Letterhead::bare).collect(Collectors.toUnmodifiableSet()), isTheirs, mayName);
    }

    boolean isSubject(String value) {
        String bare = bare(value);
        // some cut it short
        return bare.isEmpty()
                || subjects.contains(bare)
                || bare.contains(" ") && subjects.stream().anyMatch(it -> it.startsWith(bare + " "));
    }

    private static String bare(String subject) {
        return String.join(
                " ", QuotedText.words(PREFIXES.matcher(subject.strip()).replaceFirst("")));
    }
}
