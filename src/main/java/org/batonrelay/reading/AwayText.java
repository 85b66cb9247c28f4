package org.batonrelay.reading;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the sentences of a text say of its writer's absence. Each sentence is either known, or says something of its own:
 * what is not understood is for a person.
 *
 * @param absent sentences that say that somebody is away
 * @param beside those that say what such an answer says besides: thanks, until when, who helps meanwhile
 * @param gone that somebody will not come back
 * @param automatic that a program wrote it, or that a mail has come in
 * @param pointing others that name an address
 * @param own all others
 */
record AwayText(int absent, int beside, int gone, int automatic, int pointing, int own) {

    private static final MailWords WORDS = MailWords.read("absence.txt");
    private static final Pattern ABSENT = WORDS.any("absent");
    private static final Pattern BESIDE = WORDS.any("beside");
    private static final Pattern GONE = WORDS.any("gone");
    private static final Pattern SAYS_SO = WORDS.any("says so");
    private static final Pattern RECEIPT = WORDS.any("receipt");

    /** The end of a sentence; "7. Dezember" and "Tel. 030" go on. */
    private static final Pattern END = Pattern.compile("(?<=[.!?…])(?<!\\D\\d{1,2}\\.)"
            + "(?<!(?iu)\\b(tel|dr|nr|no|mr|mrs|ms|hr|fr|st|prof|ca|bzw|resp|ext|mob|z\\.b|t\\.o\\.m|u\\.a|p\\.m|a\\.m)\\.)\\s+"
            + "|(?<=[。！？!?])|;\\s|\\n"
            // what stands behind a "but" is to be known by itself
            + "|,?\\s+(?=(?iu:but|however|although|aber|jedoch|allerdings|obwohl|mais|cependant|pero|aunque|ma|però|maar|mas|porém|ale|jednak"
            + "|avšak|men|mutta|dar|ali|αλλά|но|однако|але|ama|ancak|fakat)\\s)"
            // so is another sentence behind an "and", or behind a comma
            + "|,?\\s+(?=(?iu:and|und|et|y|och|og|en)\\s+(?iu:the|our|your|his|her|this|that|there|it|we|you|they|he|she|please|can|could|would|do|does|is|are"
            + "|der|die|das|den|dem|ihr|ihre|unsere?|eure?|wir|sie|es|bitte|kann|können|könnten?|le|la|les|nous|vous|votre|notre|el|los|las|nosotros|su)\\s)"
            + "|,\\s+(?=(?iu:please|bitte|we|wir|our|unsere?|can you|could you|können sie|könnten sie)\\s)"
            + "|(?<=です)が、?|，?(?=但是?)");

    private static final Pattern SAYS_NOTHING = Pattern.compile(
            "https?://\\S+|\\S+@\\S+|(?iu)\\b(tel|fax|mobil|mobile|phone|e-?mail|mail|t|m|f|www)\\b[.:]?|[^\\p{L}]+");

    private static final int LONGEST = 4_000;
    /** A line this long goes on in the next one: the mail program has broken it. */
    private static final int BROKEN_AT = 55;

    /**
     * @param said the new part of a mail: what it quotes says nothing about it
     * @param writer the name and address of its sender
     */
    static AwayText of(String said, String writer) {
        if (said.length() > LONGEST) {
            return new AwayText(0, 0, 0, 0, 0, 1);
        }
        Set<String> names = words(writer).collect(Collectors.toSet());
        int[] count = new int[6];
        for (String sentence : sentences(MailWords.plain(said))) {
            int kind = kind(sentence, names);
            if (kind >= 0) {
                count[kind]++;
            }
        }
        return new AwayText(count[0], count[1], count[2], count[3], count[4], count[5]);
    }

    /** Whether to look closer, at a mail that has no mark. */
    static boolean mayTell(String said) {
        String text = said.length() > LONGEST ? "" : MailWords.plain(said);
        return ABSENT.matcher(text).find() || SAYS_SO.matcher(text).find();
    }

    static boolean saysGone(String text) {
        return GONE.matcher(MailWords.plain(HeaderText.cut(text, LONGEST))).find();
    }

    boolean saysMore() {
        return own + pointing > 0;
    }

    /** More of it is known than not. */
    boolean isMostlyKnown() {
        return absent + beside + gone + automatic >= own + pointing;
    }

    private static List<String> sentences(String text) {
        StringBuilder flowing = new StringBuilder();
        for (String line : text.lines().map(String::strip).toList()) {
            boolean goesOn = flowing.length() - flowing.lastIndexOf("\n") > BROKEN_AT
                    && !line.isEmpty()
                    && !Character.isUpperCase(line.charAt(0))
                    && Character.isLetter(line.charAt(0));
            flowing.append(goesOn ? " " : "\n").append(line);
        }
        return Stream.of(END.split(flowing)).map(String::strip).toList();
    }

    private static int kind(String sentence, Set<String> names) {
        if (GONE.matcher(sentence).find()) {
            return 2;
        }
        if (ABSENT.matcher(sentence).find()) {
            return 0;
        }
        if (SAYS_SO.matcher(sentence).find() || RECEIPT.matcher(sentence).find()) {
            return 3;
        }
        if (BESIDE.matcher(sentence).find()) {
            return 1;
        }
        if (words(SAYS_NOTHING.matcher(sentence).replaceAll(" ")).allMatch(names::contains)) {
            return -1;
        }
        return MailHeaders.addresses(sentence).isEmpty() ? 5 : 4;
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).filter(word -> !word.isEmpty());
    }
}
