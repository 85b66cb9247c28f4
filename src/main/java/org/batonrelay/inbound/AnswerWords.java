package org.batonrelay.inbound;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.batonrelay.engine.deployment.DeployedTexts;
import org.batonrelay.inbound.signed.Doubtful;
import org.batonrelay.inbound.signed.ShortNames;
import org.springframework.stereotype.Component;

/**
 * The words of an unmistakable yes, as the process owner has deployed them in {@code forms/texts/answer-words.txt}.
 * Whatever is not made of them, all of it, is none: a person is asked rather than a client misread.
 *
 * <p>Long because how the file is read and how a mail is read by it belong together.
 */
@Component
public class AnswerWords {

    private static final String FILE = "forms/texts/answer-words.txt";
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");

    private static final int MOST_WORDS = 40;
    private static final String YES = "[yes]";
    private static final String BESIDE = "[beside]";
    private static final String BEFORE_NAMES = "[before names]";
    /** Digits, questions, brackets, quotes and whatever else hints at more than a yes are not among these. */
    private static final String HARMLESS = "[\\p{L}\\p{M}👍✅🙂😊🙏🏻🏼🏽🏾🏿'’.,!;:\\-–—\\s]*";

    private static final String DOUBT = "(?s).*(\\.\\s*\\.|[!,;:]\\s*\\.\\s*\\.).*";

    private static final long MOST_PHRASES = 2000;

    private record Read(String file, Map<String, Set<String>> phrases) {}

    private final DeployedTexts texts;

    /** What was read last; the file changes seldom. */
    private volatile Read read = new Read("", Map.of());

    public AnswerWords(DeployedTexts texts) {
        this.texts = texts;
    }

    /**
     * @param said the new part of the mail, without quotes and signature
     * @param names of those who write and are written to
     */
    boolean isYes(String said, List<String> names) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .strip();
        if (text.isEmpty() || !text.matches(HARMLESS) || text.matches(DOUBT)) {
            return false;
        }
        Map<String, Set<String>> phrases = phrases();
        Set<String> known = names.stream()
                .flatMap(AnswerWords::forms)
                .filter(word -> !Doubtful.ties(word))
                .collect(Collectors.toSet());
        return new Reading(phrases, known).isYes(text);
    }

    /** As somebody signs: in full, "Dan", "D. Ortiz". */
    private static Stream<String> forms(String name) {
        List<String> words = words(name);
        return Stream.of(words.stream(), words.stream().limit(1).map(word -> word.substring(0, 1)), ShortNames.of(name))
                .flatMap(it -> it);
    }

    private Map<String, Set<String>> phrases() {
        String file = texts.latest(FILE)
                .orElseThrow(() -> new IllegalStateException("There is no " + FILE + "; deploy one."));
        Read last = read;
        if (!last.file().equals(file)) {
            last = new Read(file, phrases(file));
            read = last;
        }
        return last.phrases();
    }

    private static Map<String, Set<String>> phrases(String file) {
        Map<String, Set<String>> phrases =
                new HashMap<>(Map.of(YES, new HashSet<>(), BESIDE, new HashSet<>(), BEFORE_NAMES, new HashSet<>()));
        String part = "";
        for (String line : file.lines().map(AnswerWords::plain).toList()) {
            if (phrases.containsKey(line)) {
                part = line;
            } else if (!line.isEmpty() && !line.startsWith("#") && phrases.containsKey(part) && isReadable(line)) {
                Set<String> known = phrases.get(part);
                choices(line).forEach(phrase -> known.add(String.join(" ", words(phrase))));
            }
        }
        return phrases;
    }

    /** A few choices in one line stand for more phrases than any memory holds. */
    private static boolean isReadable(String line) {
        return CHOICE.matcher(line)
                        .results()
                        .mapToLong(choice -> choice.group(1).split("\\|", -1).length)
                        .reduce(1, (one, other) -> Math.min(one * other, MOST_PHRASES + 1))
                <= MOST_PHRASES;
    }

    /** "{this|that} is {all|} correct": each of the phrases that it stands for. */
    private static Stream<String> choices(String line) {
        Matcher choice = CHOICE.matcher(line);
        if (!choice.find()) {
            return Stream.of(line);
        }
        return Stream.of(choice.group(1).split("\\|", -1))
                .flatMap(one -> choices(line.substring(0, choice.start()) + one + line.substring(choice.end())));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static List<String> words(String text) {
        return Stream.of(plain(text).replaceAll("[\\uFE0F🏻🏼🏽🏾🏿]", "").split("[\\s.,!;:–—]+|(?<!\\S)-(?!\\S)"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** One answer, read from its first word to its last. */
    private record Reading(Map<String, Set<String>> phrases, Set<String> names) {

        /** A sentence, a line, a part of either between commas: no phrase reaches over its end. */
        boolean isYes(String text) {
            if (isSaidTwice(words(text))) {
                return false;
            }
            boolean yes = false;
            boolean namesMay = false;
            int words = 0;
            for (String piece : text.split("[\\n\\r.,!;:–—]+|(?<=\\s)-(?=\\s)")) {
                List<String> part = words(piece);
                words += part.size();
                if (part.isEmpty()) {
                    continue;
                }
                int found = names.containsAll(part) ? 0 : fits(withoutName(piece, part), 0, namesMay);
                if (found == NO_FIT || words > MOST_WORDS) {
                    return false;
                }
                yes |= (found & SAYS_YES) != 0;
                namesMay = (found & ENDS_BEFORE_NAMES) != 0;
            }
            return yes;
        }

        /** "Ja, ja" is seldom a yes. */
        private boolean isSaidTwice(List<String> all) {
            return IntStream.range(1, all.size())
                    .anyMatch(i -> all.get(i).equals(all.get(i - 1)) && is(YES, all.get(i)));
        }

        /** "That's right Sam": who is spoken to, with a capital letter, and called by nothing that means something else. */
        private List<String> withoutName(String piece, List<String> part) {
            String last = piece.strip().replaceFirst("^.*\\s", "");
            String name = part.get(part.size() - 1);
            boolean spokenTo = part.size() > 1
                    && last.matches("\\p{Lu}.*")
                    && last.toLowerCase(Locale.ROOT).equals(name)
                    && names.contains(name)
                    && !Doubtful.is(name);
            return spokenTo ? part.subList(0, part.size() - 1) : part;
        }

        private static final int NO_FIT = -1;
        private static final int SAYS_YES = 1;
        private static final int ENDS_BEFORE_NAMES = 2;

        /** Whether the words from here on are phrases one after the other; the longest phrase is tried first. */
        private int fits(List<String> part, int from, boolean namesMay) {
            if (from == part.size()) {
                return namesMay ? ENDS_BEFORE_NAMES : 0;
            }
            if (namesMay && names.contains(part.get(from))) {
                return fits(part, from + 1, true);
            }
            for (int to = part.size(); to > from; to--) {
                String phrase = String.join(" ", part.subList(from, to));
                boolean yes = is(YES, phrase);
                boolean opens = is(BEFORE_NAMES, phrase);
                int rest = yes || opens || is(BESIDE, phrase) ? fits(part, to, opens) : NO_FIT;
                if (rest != NO_FIT) {
                    return yes ? rest | SAYS_YES : rest;
                }
            }
            return NO_FIT;
        }

        private boolean is(String kind, String phrase) {
            return phrases.getOrDefault(kind, Set.of()).contains(phrase);
        }
    }
}
