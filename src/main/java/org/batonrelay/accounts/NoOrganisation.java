package org.batonrelay.accounts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what people write who belong to no organisation: "none", "privat", "just me, I am a freelancer". */
public final class NoOrganisation {

    /** Each of these says it. */
    private static final Set<String> SAY_SO = Set.copyOf(Arrays.asList(
            ("none no nope non nil null na nothing nobody nowhere me myself freelance freelancer freelancing freelancers"
                            + " selfemployed individual private privately privat privatperson privater privatkunde privatkundin"
                            + " keine keins kein keinem keiner nein nix ich selbst selbständig selbstständig selbstaendig freiberufler"
                            + " freiberuflerin freiberuflich selbständiger selbstständiger einzelperson soloselbständig"
                            + " soloselbstständig aucune aucun particulier indépendant indépendante ninguna ninguno autónomo autónoma"
                            + " particular unemployed arbeitslos retired rentner rentnerin solo consumer privatier")
                    .split("\\s+")));

    /** These may stand beside them. */
    private static final Set<String> BESIDE = Set.copyOf(Arrays.asList(
            ("just only i am im i'm i’m a an the it its it's is this that we don't dont do not have haven't any at all with for of my"
                            + " as self employed on own person company companies organisation organization firm business client customer"
                            + " working work by here yet currently sole trader single one applicable specified given answer there isn't"
                            + " belong to from someone ask asking personally personal use purposes inquiry enquiry"
                            + " bin nur bloß als und ein eine einer bei habe hab wir es gibt gehöre zu zur firma unternehmen"
                            + " organisation organisationen angabe angaben vorhanden person kunde kundin für mich arbeite derzeit"
                            + " zurzeit momentan allein alleine leider hier eigenes eigene keinem keiner anfrage private"
                            + " je suis un une juste moi pas de d'entreprise entreprise soy sólo solo yo empresa sin")
                    .split("\\s+")));

    /** Sentences that say it in more words: "I am a freelance designer". */
    private static final Pattern SAID = Pattern.compile(
            "(?iu)^\\W*(just |only |well,? |no,? |none,? |nein,? )*(me\\b|myself|nur ich|nur für mich|i\\s?['’]?m|i am|we are|ich bin|bin|wir sind"
                    + "|i have|we have|i don['’]?t|ich habe|habe|je suis|soy|as an? |als )[^.]{0,40}\\b(freelanc\\w*|self[- ]?employed|sole trader|selbstst?(ä|ae)ndig\\w*"
                    + "|freiberuf\\w*|privat ?(person|kunde|kundin)|privater? (person|kunde|nutzer)|private(r|s)? (person|individual|customer|user)"
                    + "|no (company|organi[sz]ation|firm|employer)|(keine|ohne) (firma|organisation|unternehmen)|kein unternehmen"
                    + "|without an? (company|organi[sz]ation)|indépendante?|autónom[oa]|particulier)\\b[^.]{0,60}\\.?$");

    private static final Pattern NAMES_ONE = Pattern.compile(
            "(?iu)\\b(at|bei|from|called|named|company is|firma heißt|firma ist|gmbh|ltd|inc|llc|ag|limited|ug|e\\.k\\.)\\b");

    private NoOrganisation() {}

    /** Whether an answer to the question for the organisation says that there is none, in whatever words. */
    public static boolean isSaid(String answer) {
        return isMeant(answer)
                || answer.length() <= 120
                        && !answer.contains("?")
                        && !answer.contains("@")
                        && !NAMES_ONE.matcher(answer).find()
                        && SAID.matcher(answer.strip()).matches();
    }

    /** Whether these words name no organisation, and say so with every one of them. */
    public static boolean isMeant(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replaceAll("\\bn\\s*[./]\\s*a\\b\\.?", "none");
        List<String> all = Arrays.stream(plain.replaceAll("self[- ]employed", "selfemployed")
                        .replaceAll("solo[- ]selb", "soloselb")
                        .split("[^\\p{L}\\p{N}'’]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (all.isEmpty()) {
            return !words.isBlank(); // a dash
        }
        return all.size() <= 14
                && all.stream().anyMatch(SAY_SO::contains)
                && all.stream().allMatch(word -> SAY_SO.contains(word) || BESIDE.contains(word));
    }
}
