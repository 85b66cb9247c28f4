package org.batonrelay.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.accounts.NoOrganisation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells of themselves in one message, in English or German: all at once ("I'm Anna Berg from Acme,
 * anna@acme.com"), or as the answer to the one thing they were asked. Nothing is guessed from a sentence that may mean
 * something else; what is not understood is simply asked for.
 * Long because each way to introduce oneself is written out.
 *
 * @param brokenEmail what was meant as an address and is none
 * @param more whether the message says more than who they are
 */
record Introduction(
        @Nullable String name,
        @Nullable String email,
        @Nullable String organisation,
        @Nullable String brokenEmail,
        boolean more) {

    private static final int PATIENCE = 2;
    private static final int LONGEST_ANSWER = 80;
    private static final int U = Pattern.UNICODE_CHARACTER_CLASS;
    private static final String EMAIL_CHARACTER = "[\\p{L}\\p{N}!#$%&*+/=?^_`{|}~'-]";
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}.])" + EMAIL_CHARACTER + "{1,64}(?:\\." + EMAIL_CHARACTER
                    + "{1,64}){0,8}@[\\p{L}\\p{N}-]{1,190}(?:\\.[\\p{L}\\p{N}-]{1,190}){0,8}\\.[\\p{L}]{2,24}(?![\\p{L}\\p{N}])",
            U);
    private static final Pattern NEARLY_EMAIL = Pattern.compile("\\S{0,64}@\\S{0,190}");
    private static final String NAME_WORD = "\\p{Lu}(?:\\.|[\\p{L}'’-]+)";
    private static final String NAME = "(?:(?:Dr|Prof)\\.? )*" + NAME_WORD + "(?:(?: (?:von|van|de|der|den|zu|da|di))+ "
            + NAME_WORD + "|(?: " + NAME_WORD + "){0,4})";
    private static final String COMPANY_WORD = "[\\p{Lu}\\p{N}][\\p{L}\\p{N}&+'’-]*(?:\\.[\\p{L}\\p{N}]+)*";
    private static final String COMPANY = COMPANY_WORD + "(?: (?:& |und |and |of |für )?" + COMPANY_WORD + "){0,5}";
    private static final Pattern PLAIN_COMPANY = Pattern.compile(COMPANY, U);
    private static final Pattern INTRODUCED = Pattern.compile(
            "\\b(?i:my name is|i am|i['’]m|this is|name is|ich bin|ich hei(?:ß|ss)e|mein name ist|hier ist)\\s+(" + NAME
                    + ")",
            U);
    private static final Pattern FROM = Pattern.compile(
            "^\\s*,?\\s*(?i:from|at|with|of|von|von der|bei|bei der|aus der)\\s+(?i:the |der |die )?(" + COMPANY + ")",
            U);
    private static final Pattern WORKS_AT = Pattern.compile(
            "\\b(?i:i work (?:at|for|with)|ich arbeite (?:bei|für)(?: der)?|we are|we['’]re|wir sind(?: die)?)\\s+("
                    + COMPANY + ")",
            U);
    private static final Pattern LABELLED_NAME =
            Pattern.compile("(?im)(?:^|[,;])\\s*(?:my |mein )?name\\s*(?:ist|is|:|=)\\s*([^,;\\n]{1,200})", U);
    private static final Pattern LABELLED_COMPANY = Pattern.compile(
            "(?im)(?:^|[,;])\\s*(?:my |our |meine |unsere )?(?:company|organi[sz]ation|firma|unternehmen)\\s*"
                    + "(?:ist|is|hei(?:ß|ss)t|:|=)\\s*([^,;\\n]{1,200})",
            U);
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?i:it['’]?s|it is|we are|we['’]re|the company is|called|at|from|for|es ist|das ist|wir sind|die firma|firma|"
                    + "bei|von|i['’]m|i am|this is|my name is|ich bin|ich hei(?:ß|ss)e|mein name ist|my|mein)\\s+"
                    + "(?:(?i:the|der|die|e-?mail|mail|address|adresse)\\s+)*(?:(?i:is|ist|:)\\s*)?",
            U);
    private static final Pattern AROUND_EMAIL = Pattern.compile(
            "(?i:\\b(?:and |und )?(?:my |meine )?(?:e-?mail|mail)(?:[- ]?(?:address|adresse))?(?: is| ist|:)?)\\s*$",
            U);
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}.'’-]+(?: [\\p{L}.'’-]+){0,4}", U);

    /** Words of sentences and greetings; a text with one of them is nobody's name. */
    private static final Set<String> SENTENCE = Set.copyOf(Arrays.asList(
            ("hi hello hey hallo moin servus good guten morning day evening tag morgen abend yes no ja nein ok okay thanks"
                            + " thank danke please bitte i we you they it my our your need want help how what why who when"
                            + " where do does can could would have has is are was the a an about with looking interested"
                            + " price prices pricing demo offer information question ich wir sie ihr es mein unser"
                            + " brauche brauchen will wollen möchte möchten hilfe wie was warum wer wann wo kann können"
                            + " haben hat habe ist sind der die das ein eine über mit suche suchen preis preise angebot"
                            + " frage fragen informationen und and to for zu für not nicht")
                    .split(" ")));

    private static final Set<String> ABOUT_US = Set.of(
            "i", "we", "you", "they", "my", "our", "your", "need", "ich", "wir", "sie", "unser", "unsere", "mein");

    /** What stands for the organisation of somebody who belongs to none. */
    static final String NONE = "";

    static Introduction read(String text, Known known) {
        if (known.asked() == Known.Asked.ORGANISATION && NoOrganisation.isSaid(text)) {
            return new Introduction(null, null, NONE, null, !NoOrganisation.isMeant(text));
        }
        Introduction told = new Reader(text, known).read();
        return told.isAnswer() ? told : insisted(text, known, told);
    }

    boolean isAnswer() {
        return name != null || email != null || organisation != null;
    }

    /** Whoever has been asked often enough is taken at their word. */
    private static Introduction insisted(String text, Known known, Introduction told) {
        boolean isShort = text.length() <= LONGEST_ANSWER && !text.contains("?") && !text.contains("\n");
        if (known.misses() < PATIENCE || !isShort) {
            return told;
        }
        if (known.asked() == Known.Asked.NAME) {
            return new Introduction(text, null, null, null, false);
        }
        return known.asked() == Known.Asked.ORGANISATION ? new Introduction(null, null, text, null, false) : told;
    }

    /** Reads one message; what it finds it takes out of what is left to understand. */
    private static final class Reader {

        private final Known known;
        private final String text;
        private String left;

        Reader(String text, Known known) {
            this.known = known;
            this.text = text.strip().replaceAll("[ \\t]+", " ");
            this.left = this.text;
        }

        Introduction read() {
            String email = take(EMAIL, 0);
            String broken = email == null ? take(NEARLY_EMAIL, 0) : null;
            String organisation = take(LABELLED_COMPANY, 1);
            String name = take(LABELLED_NAME, 1);
            Matcher introduced = INTRODUCED.matcher(left);
            if (name == null && introduced.find() && !isSentence(introduced.group(1))) {
                name = introduced.group(1);
                String rest = left.substring(introduced.end());
                Matcher from = FROM.matcher(rest);
                if (organisation == null && from.find()) {
                    organisation = from.group(1);
                    rest = rest.substring(from.end());
                }
                left = left.substring(0, introduced.start()) + rest;
            }
            organisation = organisation == null ? take(WORKS_AT, 1) : organisation;
            List<String> parts = parts();
            if (email != null && organisation == null && isLast(parts)) {
                parts = parts.subList(0, parts.size() - 1);
                organisation = NONE;
            }
            if (email != null
                    && name == null
                    && organisation == null
                    && parts.size() == 2
                    && couldBeName(parts.get(0))) {
                return found(parts.get(0), email, parts.get(1), broken, false);
            }
            if (parts.size() == 1 && fits(parts.get(0), name, organisation, email != null)) {
                boolean isName = known.name() == null && name == null;
                return found(
                        isName ? tidy(parts.get(0)) : name,
                        email,
                        isName ? organisation : tidy(parts.get(0)),
                        broken,
                        false);
            }
            return found(name, email, organisation, broken, !parts.isEmpty());
        }

        /** "Kim Park, kim@park.example, freelancer": the last of several is that there is none. */
        private static boolean isLast(List<String> parts) {
            return !parts.isEmpty() && NoOrganisation.isMeant(parts.get(parts.size() - 1));
        }

        /** Whether the one thing that is left is the answer to what was asked, or is next after what was told. */
        private boolean fits(String part, @Nullable String name, @Nullable String organisation, boolean withEmail) {
            boolean nameMissing = known.name() == null && name == null;
            boolean asked = known.asked() != null && !left.contains("?");
            if (nameMissing) {
                return (asked || withEmail) && couldBeName(tidy(part));
            }
            boolean organisationMissing = known.organisation() == null && organisation == null;
            boolean isNext = known.asked() == Known.Asked.ORGANISATION || withEmail && couldBeCompany(tidy(part));
            return organisationMissing
                    && isNext
                    && !left.contains("?")
                    && !isAboutUs(tidy(part))
                    && tidy(part).length() <= 100;
        }

        private @Nullable String take(Pattern what, int group) {
            Matcher found = what.matcher(left);
            if (!found.find()) {
                return null;
            }
            String taken = found.group(group).strip();
            String before =
                    AROUND_EMAIL.matcher(left.substring(0, found.start())).replaceFirst("");
            left = before + "," + left.substring(found.end());
            return taken;
        }

        private List<String> parts() {
            return Arrays.stream(left.split("[,;\\n|]"))
                    .map(part -> part.replaceAll("^[\\s>]+|[\\s<]+$", ""))
                    .filter(it -> it.codePoints().anyMatch(Character::isLetterOrDigit))
                    .toList();
        }

        private static Introduction found(
                @Nullable String name,
                @Nullable String email,
                @Nullable String organisation,
                @Nullable String broken,
                boolean more) {
            boolean none = organisation != null && NoOrganisation.isMeant(organisation);
            return new Introduction(trimmed(name), trimmed(email), none ? NONE : trimmed(organisation), broken, more);
        }

        private static @Nullable String trimmed(@Nullable String text) {
            return text == null ? null : text.replaceAll("^[\\s'\"“”„.]+|[\\s'\"“”!,;]+$|(?<=\\p{Ll}{3})\\.$", "");
        }

        private static String tidy(String part) {
            return LEAD_IN.matcher(part).replaceFirst("").replaceAll("[.!]+$", "");
        }

        private static boolean couldBeName(String part) {
            return PLAIN_NAME.matcher(part).matches() && part.length() <= 80 && !isSentence(part);
        }

        /** A sentence about oneself, and no name of an organisation. */
        private static boolean isAboutUs(String part) {
            return Arrays.stream(part.toLowerCase(Locale.ROOT).split("[ .'’]+")).anyMatch(ABOUT_US::contains);
        }

        private static boolean couldBeCompany(String part) {
            return PLAIN_COMPANY.matcher(part).matches() && !isSentence(part);
        }

        private static boolean isSentence(String part) {
            return Arrays.stream(part.toLowerCase(Locale.ROOT).split("[ .'’]+")).anyMatch(SENTENCE::contains);
        }
    }
}
