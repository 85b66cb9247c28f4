package org.batonrelay.inbound.signed;

import java.util.Arrays;
import java.util.regex.Pattern;

/** What the law wants below a business letter: seat, court, number in the register, and who manages the company. */
final class CompanyLine {

    private static final String PLACE =
            "(?<place>\\p{Lu}[\\p{L}\\p{M}'’./-]*( (am|an der|\\p{Lu}[\\p{L}\\p{M}'’.-]*)){0,3})";

    private static final String SEAT =
            "(Sitz( der Gesellschaft| des Unternehmens)?|Registered (office|seat)|Gesellschaftssitz|Firmensitz|Siège social|Sede legale)";
    private static final String COURT =
            "(Amtsgericht|Registergericht|Vereinsregister|Partnerschaftsregister|Genossenschaftsregister|Handelsregister|Landesgericht( für ZRS)?|LG|HG|Handelsgericht|Firmenbuch(gericht)?|Local court|Commercial register"
                    + "|Register court|Registered (in|at)|AG)";
    private static final String ENTRY =
            "(HR ?[AB]|FN|GnR|PR|VR|Reg\\.? ?No\\.?|No\\.?|Company (No\\.?|number))[:.]? ?[A-Z]{0,2}\\d[\\d ]{2,12}[a-z]?( [A-Z]{1,2})?";
    private static final Pattern REGISTER = Pattern.compile("(Kommanditgesellschaft: )?(" + SEAT + "( ?/ ?)?:? ?)*("
            + COURT + "[:,]? ?)*((der )?" + PLACE + "[,:]? ?)?(" + ENTRY + ")?|" + ENTRY + "([,:]? " + COURT + "[:,]? "
            + PLACE.replace("?<place>", "?<court>") + ")?");
    private static final Pattern REGISTERED_IN = Pattern.compile(
            "(?i)(company )?registered in (England( (and|&) Wales)?|Scotland|Ireland|Northern Ireland|Germany)( (under|with|as|company|registration|registered|number|no\\.?))*:? ?[A-Z]{0,2}\\d{4,10}\\.?");
    private static final Pattern TAX = Pattern.compile(
            "(?i)(ust\\.?-?id(nr|ent)?\\S*|umsatzsteuer-?id\\S*|uid(-nr)?|vat( (no|number|reg\\S*( no)?|id))?|tva|tax (id|no|number)|steuernummer|st\\.?-?nr|mwst|ein|iban|bic|blz)[.:]* ?"
                    + "[A-Z]{0,4}[-\\dA-Z. /]*\\d[-\\dA-Z. /]*( mwst)?");

    private static final String MANAGER =
            "(Geschäftsführer(in|innen)?|Geschäftsführung|Managing Directors?|Directors?|Vorstand|Vorsitzender? des (Aufsichtsrate?s|Vorstande?s)|Vorstandsvorsitzender?"
                    + "|Aufsichtsrat(svorsitzende[r]?)?|Board( of Directors)?|Inhaber(in)?|Inh\\.|CEO|Chairman( of the (Board|Supervisory Board))?)";
    private static final Pattern MANAGERS =
            Pattern.compile(MANAGER + "(\\s*/\\s*" + MANAGER + ")*\\s*:\\s*(?<who>\\S.*)");
    private static final Pattern HELD_BY = Pattern.compile(
            "(Persönlich haftende Gesellschafterin|Komplementärin?|General partner)\\s*:\\s*(?<who>\\S[^,]*)(,\\s*(?<rest>.*))?");

    private CompanyLine() {}

    static boolean is(String text, Signer signer) {
        return isRegister(text)
                || REGISTERED_IN.matcher(text).matches()
                || TAX.matcher(text).matches()
                || isManagers(text)
                || isHeldBy(text, signer);
    }

    /** A town by itself is no entry in a register: one of its words has to be there. */
    private static boolean isRegister(String text) {
        var found = REGISTER.matcher(text);
        if (!found.matches() || !text.matches(".*(" + SEAT + "|" + COURT + "|HR ?[AB]\\b|\\bFN\\b).*")) {
            return false;
        }
        String place = found.group("place") == null ? found.group("court") : found.group("place");
        return place == null || Arrays.stream(place.split("[\\s/]+")).noneMatch(Doubtful::is);
    }

    static boolean isManagers(String text) {
        var found = MANAGERS.matcher(text);
        return found.matches()
                && Arrays.stream(found.group("who").split("\\s*[,;]\\s*|\\s+(und|and|&)\\s+"))
                        .allMatch(TitleLine::isSomebody);
    }

    private static boolean isHeldBy(String text, Signer signer) {
        var found = HELD_BY.matcher(text);
        return found.matches()
                && signer.isHouse(found.group("who"))
                && (found.group("rest") == null || isRegister(found.group("rest")));
    }
}
