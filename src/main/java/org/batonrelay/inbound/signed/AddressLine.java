package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.batonrelay.cutting.KnownWords;

/** Streets, towns and countries, by the marks that they have: a street's ending and number, a postal code. */
final class AddressLine {

    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'’.-]*";
    private static final String HOUSE_NUMBER = "\\d{1,4}\\s?[a-zA-Z]?(\\s?[-–/+]\\s?\\d{1,4}\\s?[a-zA-Z]?)?";

    /** "Lindenweg 3", "Berliner Straße 5a", "Am Kai 0", "12 Mill Road", "12 rue de Rivoli". */
    private static final Pattern STREET = Pattern.compile(
            "(\\p{Lu}[\\p{L}\\p{M}.-]*?(str\\.?|straße|strasse|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig"
                    + "|markt|berg|hof|park|garten|graben|kamp|stieg|wall|pfad|brücke|bruck|feld|tor|laan|straat|plein|gade|vej|gatan|vägen|katu|tie)"
                    + "|(\\p{Lu}[\\p{L}-]+er|Lange|Alte|Neue|Hohe|Große|Kleine|Obere|Untere) (Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Chaussee|Landstraße|Landstr\\.)"
                    + "|(" + CAPITAL + "[- ]){1,3}(Straße|Strasse|Str\\.|Weg|Platz|Allee|Ring|Damm|Ufer)"
                    + "|(Am|An der|An den|An dem|Im|In der|Zum|Zur|Auf der|Auf dem|Unter den|Bei der|Hinter der|Vor dem) "
                    + CAPITAL + "( " + CAPITAL + ")?"
                    + "),? " + HOUSE_NUMBER
                    + "|" + HOUSE_NUMBER + ",? (" + CAPITAL
                    + " ){1,3}(Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Ln\\.?|Way|Drive|Dr\\.?|Square|Sq\\.?|Court|Ct\\.?|Place|Pl\\.?|Quay|Close|Park"
                    + "|Boulevard|Blvd\\.?|Crescent|Terrace|Row|Hill|Gardens|Mews|Parade|Highway|Parkway|Pkwy\\.?|Hwy\\.?|Cir\\.?|Trail|Loop|Plaza|Embankment)( \\d{1,4}[A-Z]?)?(,? (Suite|Floor|Unit|Apt\\.?) \\w{1,5})?"
                    + "|" + HOUSE_NUMBER
                    + "(bis|ter)?,? (rue|avenue|boulevard|place|quai|chemin|allée|via|calle|rua|piazza|plaza)( d[eu']| de la| des| della| di| del)? ?"
                    + CAPITAL + "( " + CAPITAL + ")?"
                    + "|(Via|Calle|Rua|Piazza|Plaza|C/|ul\\.|Ul\\.) (" + CAPITAL + " ?){1,3},? " + HOUSE_NUMBER
                    + "|(Postfach|P\\.? ?O\\.? Box|PO Box|Postbus|Boîte postale|BP) [\\d ]{1,12}\\d");

    /** "10115 Berlin", "D-10115 Berlin", "CH-8000 Zürich", "Leeds LS1 4AP", "Springfield, IL 62701", "1234 AB Delft". */
    private static final Pattern TOWN =
            Pattern.compile("([A-Z]{1,3}-)?(\\d{4,6}|\\d{3} \\d{2}|\\d{2}-\\d{3})( [A-Z]{2})? (?<town>" + CAPITAL
                    + "([ /-](am|an der|im|a\\.|\\(?" + CAPITAL + "\\)?)){0,3})( \\d{1,2})?"
                    + "|(?<town2>" + CAPITAL + "( " + CAPITAL + "){0,2}),? [A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}"
                    + "|(" + CAPITAL + " ){0,3}" + CAPITAL + ",? [A-Z]{2},? \\d{5}(-\\d{4})?"
                    + "|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]{2} \\d{5}(-\\d{4})?");

    private static final Pattern ROOM = Pattern.compile(
            "(Suite|Ste\\.?|Floor|Unit|Apt\\.?|Room|Building|Haus|Gebäude|Raum) #?\\d{1,4}([./]\\d{1,3})?[A-Z]?|\\d{1,2}\\. (OG|Stock|Etage)|(\\d{1,2}(st|nd|rd|th)|Ground|First|Second|Third) Floor");

    /** A street without a mark, "Dlouhá 12": only beside a postal code. */
    private static final Pattern BARE_STREET =
            Pattern.compile(CAPITAL + "( " + CAPITAL + "){0,2} \\d{1,4}[a-zA-Z]?(/\\d{1,4})?");

    private static final Set<String> COUNTRIES = KnownWords.of("""
            germany deutschland austria österreich switzerland schweiz suisse svizzera france frankreich italy italien italia spain spanien españa
            netherlands niederlande nederland belgium belgien luxembourg luxemburg denmark dänemark danmark sweden schweden sverige norway norwegen
            norge finland finnland suomi poland polen polska czechia tschechien hungary ungarn ireland irland uk england scotland wales usa u.s.a.
            canada kanada australia india indien japan china singapore portugal greece griechenland turkey türkei liechtenstein d a ch
            """);

    private AddressLine() {}

    static boolean isRoom(String text) {
        return ROOM.matcher(text).matches();
    }

    static boolean isStreet(String text) {
        return STREET.matcher(text).matches() && namesOnly(text);
    }

    static boolean isTown(String text) {
        return TOWN.matcher(text).matches() && namesOnly(text);
    }

    static boolean isCountry(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return COUNTRIES.contains(small)
                || small.equals("united kingdom")
                || small.equals("united states")
                || small.equals("the netherlands");
    }

    /** Words that end the name of a place within a town. */
    private static final Pattern PLACE =
            Pattern.compile("((Unit|Suite|Flat|Apartment|Units) \\d{1,4}[A-Z]?,? )?(" + CAPITAL
                    + " ){1,3}(Park|House|Court|Centre|Center|Estate|Building|Tower|Towers|Campus|Farm|Mill|Mills|Works|Yard|Wharf|Dock|Docks|Hall|Way|Road|Street|Avenue|Lane|Quay|Green|Square|Plaza|Village)"
                    + "|(Campus|Haus|Gebäude|Halle) " + CAPITAL
                    + "|(Box|Postbox|Postboks|Hangar|Gate|Block|Plot|Level) #?\\d{1,6}[A-Z]?");

    /** A line of an address by its postal code and its street; a single word between them is a town. */
    static boolean isAddress(List<String> parts) {
        boolean town = parts.stream().anyMatch(part -> isTown(part) && part.matches(".*\\d.*"));
        boolean rooms = parts.size() > 1
                && parts.stream().anyMatch(AddressLine::isRoom)
                && parts.stream()
                        .allMatch(part -> isRoom(part) || PLACE.matcher(part).matches() && namesOnly(part));
        return rooms
                || town
                        && parts.stream().anyMatch(AddressLine::isPlace)
                        && parts.stream()
                                .allMatch(part ->
                                        isTown(part) || isPlace(part) || isCountry(part) || Doubtful.isNameLike(part));
    }

    private static boolean isPlace(String part) {
        return isStreet(part)
                || ROOM.matcher(part).matches()
                || PLACE.matcher(part).matches() && namesOnly(part)
                || BARE_STREET.matcher(part).matches() && namesOnly(part);
    }

    /** "Leeds", "Suite 400": only beside a street. */
    static boolean isPlaceName(String text) {
        if (ROOM.matcher(text).matches()) {
            return true;
        }
        String[] words = text.split("[\\s-]+");
        return words.length <= 3 && Arrays.stream(words).allMatch(Doubtful::isNameLike);
    }

    private static boolean namesOnly(String text) {
        return Arrays.stream(text.split("[\\s,/()-]+"))
                .filter(word -> word.matches("\\p{Lu}\\p{L}{2,}.*"))
                .filter(word -> !word.matches("Am|An|Im|In|Zum|Zur|Auf|Unter|Bei|Hinter|Vor|Alte|Neue|Via"))
                .noneMatch(Doubtful::is);
    }
}
