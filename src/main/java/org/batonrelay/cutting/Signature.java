package org.batonrelay.cutting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts what stands below every mail of somebody: name, address, "Sent from my phone". A signature that says something
 * about the matter is none: too much text is read again by a person, too little would be believed.
 */
final class Signature {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern DASHES = Pattern.compile("^\\s*(--|—|_{5,}|-{10,})\\s*$");

    /** The last paragraph, and a line: a joke about the telephone, perhaps. Whoever reads is shown it all the same. */
    private static final Pattern PHONE = Pattern.compile(
            "^(Sent|Envoyé|Enviado|Inviato) (from|with|via|using|de|desde|da) (my|a|an|mon|mi|mio|the all)"
                    + "\\b[^,.!?]{0,60}$"
                    + "|^(Von meinem .{2,40} gesendet|Diese Nachricht wurde von .{2,60} gesendet)\\.?$");

    private static final Pattern GREETING = Pattern.compile(
            "^((with|mit) )?((my|many|the|all|very|kind(est)?|best|warm(est)?|freundlich(e|en|em|er|sten)|best(e|en)|herzlich(e|en|er|st)"
                    + "|viel(e|en)|lieb(e|en|er)|schön(e|en|er)|sonnig(e|en)|freundl\\.|kollegial(e|en))[ ,]+)*"
                    + "(regards|wishes|greetings|best|cheers|thanks( again| a lot| so much| in advance)?|thank you( very much| so much)?|thx|rgds|br|kr"
                    + "|sincerely( yours)?|yours( sincerely| faithfully| truly)?|take care"
                    + "|gr(ü|ue)(ß|ss)(e|en)?|gru(ß|ss)|wünschen?|dank|mfg|lg|vg|hg|bg|hochachtungsvoll|danke( schön| im voraus)?|ihr(e)?|bis bald)"
                    // where from, and to whom: names, and no words that go on
                    + "(?-i:( (from|aus|an)( dem| der| all| the)?( \\p{Lu}[\\p{L}-]+){1,3}| (from|and|und|&|an) (all of us|euch|alle|team|family|(best |kind )?regards|(vielen |besten )?dank))?)"
                    + "\\s*[,.!]?$",
            CASE);
    private static final Pattern THANKS = Pattern.compile("\\b(thank|thx|dank)", CASE);

    private static final Pattern POSTSCRIPT = Pattern.compile(
            "^\\s*(p\\.? ?s\\b|n\\.?b\\b|ps:|anm\\.|one more thing|by the way|btw\\b|noch (et)?was\\b|noch eins\\b|nachtrag|übrigens)",
            CASE);

    /** Words that a signature has no use for. */
    private static final Pattern ARGUES = Pattern.compile(
            "\\?|\\b(but|except|however|although|aber|außer|ausser|jedoch|allerdings|sondern|nicht|kein\\w*|not|don't|doesn't|isn't|wrong|falsch"
                    + "|incorrect|instead|statt|anstatt|stimmt|correct\\w*|confirm\\w*|bestätig\\w*|change\\w*|änder\\w*|ändern|missing|fehlt|please|bitte"
                    // and of the matter itself
                    + "|budgets?|timeline|zeitplan|termin\\w*|deadline|frist|preise?|prices?|eur|euros?|usd|chf"
                    + "|(januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july"
                    + "|october|december) \\d{4})\\b|[%$€£]",
            CASE);

    /** Nobody signs a mail more often. */
    private static final int MOST_SIGNATURES = 5;

    private static final int PARAGRAPH = 12;

    private Signature() {}

    /** The lines of a block without the signature below them. */
    static List<String> cut(List<String> block) {
        return cut(block, MOST_SIGNATURES);
    }

    private static List<String> cut(List<String> block, int most) {
        if (most == 0) {
            return block;
        }
        List<String> lines = withoutPhone(block);
        for (int i = 0; i < lines.size(); i++) {
            if (DASHES.matcher(lines.get(i)).matches() && !argues(lines.subList(i + 1, lines.size()))) {
                return cut(lines.subList(0, i), most - 1);
            }
            if (GREETING.matcher(lines.get(i).strip()).matches()) {
                return withoutNames(lines, i, most);
            }
        }
        return lines;
    }

    private static List<String> withoutPhone(List<String> block) {
        int last = lastWords(block);
        if (last < 0) {
            return block;
        }
        String line = block.get(last).strip();
        boolean alone = last == 0 || block.get(last - 1).isBlank();
        boolean phone = SentFrom.is(line) || alone && PHONE.matcher(line).matches();
        return phone ? withoutPhone(block.subList(0, last)) : block;
    }

    private static int lastWords(List<String> block) {
        int last = block.size() - 1;
        while (last >= 0 && block.get(last).isBlank()) {
            last--;
        }
        return last;
    }

    private static boolean argues(List<String> lines) {
        List<String> paragraphs = paragraphs(lines).stream()
                .filter(paragraph -> !SmallPrint.is(paragraph))
                .toList();
        return lines.stream().anyMatch(line -> POSTSCRIPT.matcher(line).find())
                || paragraphs.stream()
                        .anyMatch(paragraph -> ARGUES.matcher(paragraph).find())
                || paragraphs.stream()
                        .flatMap(String::lines)
                        .anyMatch(line -> Character.isLowerCase(
                                        line.codePoints().findFirst().orElse(' '))
                                && NameBlock.isSentence(line))
                || paragraphs.stream().skip(1).anyMatch(NameBlock::isSentence);
    }

    private static List<String> paragraphs(List<String> lines) {
        return Arrays.asList(String.join("\n", lines).split("\\n\\s*\\n"));
    }

    /** Leaves out the greeting and the names below it, and keeps whatever else comes after them. */
    private static List<String> withoutNames(List<String> lines, int greeting, int most) {
        List<String> kept = new ArrayList<>(lines.subList(0, greeting));
        boolean onlyThanks = kept.stream().allMatch(String::isBlank)
                && THANKS.matcher(lines.get(greeting)).find();
        if (onlyThanks) {
            kept.add(lines.get(greeting));
        }
        int next = greeting + 1;
        while (next < lines.size() && isPartOfSignature(lines, greeting, next)) {
            next++;
        }
        if (next < lines.size()) {
            kept.add("");
            kept.addAll(cut(lines.subList(next, lines.size()), most - 1));
        }
        return kept;
    }

    private static boolean isPartOfSignature(List<String> lines, int greeting, int at) {
        String line = lines.get(at).strip();
        if (POSTSCRIPT.matcher(line).find()) {
            return false;
        }
        boolean nameFirst = lines.subList(greeting + 1, at).stream()
                .dropWhile(String::isBlank)
                .noneMatch(String::isBlank);
        return line.isEmpty()
                || DASHES.matcher(line).matches()
                || SmallPrint.is(paragraphAt(lines, at))
                || (!ARGUES.matcher(line).find()
                        && NameBlock.isNameOrAddress(line)
                        && (nameFirst || NameBlock.showsWhose(paragraphAt(lines, at))));
    }

    private static String paragraphAt(List<String> lines, int at) {
        int first = at;
        while (first > Math.max(0, at - PARAGRAPH) && !lines.get(first - 1).isBlank()) {
            first--;
        }
        int end = at;
        while (end < Math.min(lines.size(), at + PARAGRAPH) && !lines.get(end).isBlank()) {
            end++;
        }
        return String.join(" ", lines.subList(first, end));
    }
}
