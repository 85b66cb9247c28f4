package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.cutting.KnownWords;

/** "Kind regards", "Mit freundlichen Grüßen / Best regards", "Liebe Grüße aus Graz": a line that only says good-bye. */
final class Closing {

    private static final Set<String> WORDS = KnownWords.of("""
            with my many the all very kind kindest best warm warmest regards wishes greetings cheers thanks thank you thx rgds br kr sincerely yours
            faithfully truly respectfully cordially take care again a lot so much in advance and have nice great good day weekend evening week
            mit freundlichen freundlichem freundlicher freundlichsten freundliche besten beste herzlichen herzliche herzlicher herzlichst viele vielen liebe
            lieber lieben liebem schöne schönen sonnige sonnigen kollegialen grüße grüßen grüsse grüssen gruß gruss gruesse gruessen dank danke mfg lg vg bg hg
            hochachtungsvoll ganz herzlich allerbeste sonnigste frohe liebste ihr ihre euer dein deine einen noch tag wochenende abend woche schönes im voraus und wünschen wünsche ich sehr schön & + /
            cordialement bien à vous meilleures salutations saludos cordiales un saludo cordial distinti saluti cordiali met vriendelijke groet groeten med vänlig hälsning vänliga hälsningar bästa hälsningar
            groetjes mvg mvh hilsner hälsn ciao salutare sdr. saluto amitiés bises abrazo venlig hilsen vennlig pozdrawiam pozdravem s
            """);
    private static final Set<String> CORE = KnownWords.of("""
            regards wishes greetings cheers thanks thank thx rgds br kr sincerely faithfully truly respectfully cordially best care grüße grüßen grüsse
            groetjes mvg mvh hilsner ciao amitiés abrazo
            grüssen gruß gruss gruesse gruessen dank danke mfg lg vg bg hg hochachtungsvoll ihr ihre herzlich herzlichst weekend wochenende tag day cordialement salutations saludos
            saludo saluti groet groeten hälsning hälsningar hilsen pozdrawiam pozdravem
            """);
    private static final Pattern FROM_A_TOWN =
            Pattern.compile("^(.*\\S) (aus|from) (dem |der |sunny |sonnigen )?(\\p{Lu}[\\p{L}-]+)$");

    private Closing() {}

    static boolean is(String line) {
        String bare = line.strip().replaceAll("[,.!\\s]+$", "");
        Matcher town = FROM_A_TOWN.matcher(bare);
        if (town.matches()) {
            return Doubtful.isNameLike(town.group(4)) && is(town.group(1));
        }
        String[] words = bare.toLowerCase(Locale.ROOT).split("[\\s,!.]+");
        return words.length <= 12
                && Arrays.stream(words).allMatch(WORDS::contains)
                && Arrays.stream(words).anyMatch(CORE::contains);
    }
}
