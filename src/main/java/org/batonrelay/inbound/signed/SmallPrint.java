package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sentences that stand below mails and say nothing of the matter, known word for word. What is not made of them, all of
 * it, is somebody's own, however much it sounds like a lawyer.
 */
public final class SmallPrint {

    /** Stands for the name of the signer's house. */
    private static final String HOUSE = "<house>";
    /** Stands for the number in a register. */
    private static final String NUMBER = "<number>";

    private static final int MOST_WORDS = 800;
    private static final int LONGEST_HOUSE = 7;

    private static final Pattern LINK = Pattern.compile(
            "(?i)[<\\[(]?\\b(https?://|www\\.|mailto:)[^\\s>\\])]+[>\\])]?|[<\\[]?[\\w.+-]+@[\\w.-]+\\.[a-z]{2,}[>\\]]?");

    private static final Pattern SPELLINGS = Pattern.compile("(?i)\\b(e-mail)|\\b(unauthori)s");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!:])\\s+(?=\\p{Lu})");

    private final List<List<String>> sentences;

    private SmallPrint(List<List<String>> sentences) {
        this.sentences = sentences;
    }

    /** @param list a sentence a line; {@code #} begins a remark */
    public static SmallPrint of(String list) {
        return new SmallPrint(list.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(
                                oneSpelling(line).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}<>]+"))
                        .filter(word -> !word.isEmpty())
                        .toList())
                .toList());
    }

    /** "E-mail" and "email", "unauthorised" and "unauthorized" are one word. */
    private static String oneSpelling(String text) {
        return SPELLINGS.matcher(text).replaceAll(it -> it.group(2) == null ? "email" : it.group(2) + "z");
    }

    /** Sentence by sentence: of the list, or a lawyer's by all its words. */
    boolean isAllOf(String text, Signer signer) {
        return isListed(text, signer)
                || Arrays.stream(SENTENCE_END.split(text.strip()))
                        .allMatch(sentence -> LegalNotice.is(sentence) || isListed(sentence, signer));
    }

    private boolean isListed(String text, Signer signer) {
        List<String> words = Arrays.stream(
                        oneSpelling(LINK.matcher(text).replaceAll(" ")).split("[^\\p{L}\\p{M}\\p{N}&]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return false;
        }
        BitSet reached = new BitSet();
        reached.set(0);
        for (int from = 0; from < words.size(); from = reached.nextSetBit(from + 1)) {
            for (List<String> sentence : sentences) {
                read(sentence, 0, words, from, signer, reached);
            }
            if (reached.nextSetBit(from + 1) < 0) {
                return false;
            }
        }
        return reached.get(words.size());
    }

    /** Marks where the sentence ends when it stands here. */
    private static void read(
            List<String> sentence, int word, List<String> words, int at, Signer signer, BitSet reached) {
        if (word == sentence.size()) {
            reached.set(at);
            return;
        }
        if (at >= words.size()) {
            return;
        }
        String wanted = sentence.get(word);
        if (wanted.equals(HOUSE)) {
            for (int end = at + 1; end <= Math.min(words.size(), at + LONGEST_HOUSE); end++) {
                if (signer.isHouse(String.join(" ", words.subList(at, end)))) {
                    read(sentence, word + 1, words, end, signer, reached);
                }
            }
        } else if (wanted.equals(words.get(at).toLowerCase(Locale.ROOT))
                || wanted.equals(NUMBER) && words.get(at).matches("[A-Z]{0,2}\\d{4,12}")) {
            read(sentence, word + 1, words, at + 1, signer, reached);
        }
    }
}
