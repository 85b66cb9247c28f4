package org.batonrelay.inbound.signed;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A telephone number, an address of mail or a web site, as a signature has them: with its mark, and with nothing else. */
final class ContactLine {

    private static final String LABELS =
            "((tele)?(fon|phone)|t[eé]l([eé]fon[eo]?)?|mob(ile?|il(funk|telefon|e phone)?)?|cell|handy|(tele)?fax|e-?mail|mailto|mail|web(site|seite)?|internet|homepage|linkedin|xing|skype"
                    + "|direct( dial| line)?|direkt|durchwahl|ddi|dw|office( phone)?|büro|zentrale|main|phone|ph|[tmpfedwhco]|tel\\.? direkt)";
    private static final String LABEL = "(" + LABELS + "\\s*(/\\s*" + LABELS + "\\s*)?[.:]*\\s?[.:]*\\s*)";
    private static final String NUMBER =
            "(\\+|\\(|0|\\d)[\\d\\s()./–-]{4,22}\\d(\\s*(ext|extension|x|dw|durchwahl)\\.?\\s*\\d{1,6})?";

    private static final Pattern LABELLED = Pattern.compile("(" + LABEL + NUMBER + "[\\s,;/]*)+", flags());
    private static final Pattern PLAIN = Pattern.compile(
            "\\+\\d" + "[\\d\\s()./–-]{6,22}\\d|\\(?0[\\d\\s()/–-]{6,20}\\d|\\(?\\d{3}\\)?[-. ]\\d{3}[-. ]\\d{4}");
    private static final Pattern MAIL = Pattern.compile(
            LABEL + "{0,2}[<\\[]?(?<mail>[\\w.+&'-]+@([\\w-]+\\.)+[a-z]{2,})[>\\]]?(\\s*<mailto:[^>]*>)?", flags());
    private static final Pattern WEB = Pattern.compile(
            LABEL
                    + "?[<\\[]?(https?://)?(?<host>(www\\.)?([\\w-]+\\.)+[a-z]{2,})(?<path>/[^\\s>]*)?[>\\]]?(\\s*<https?://\\S+>)?",
            flags());
    private static final Pattern NETWORKS =
            Pattern.compile("(?i)(.*\\.)?(linkedin|xing|facebook|twitter|x|instagram|youtube|github)\\.(com|de)");
    private static final Pattern PLAIN_PATH = Pattern.compile(
            "(?i)/?|/(de|en|fr|home|index\\.html?|impressum|imprint|datenschutz|privacy|contact|kontakt)/?");

    private ContactLine() {}

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    private static final Pattern EXTENSION = Pattern.compile(
            "(?iu)(ext|extension|durchwahl|dw|apparat|nebenstelle)[.:]* ?(-\\d{1,6}|\\d{3,6})|(raum|zimmer|zi\\.|room|rm\\.) ?[a-z]{0,2}(\\d{3}|\\d{1,2}[./-]\\d{1,3})[a-d]?");

    static boolean is(String text, Signer signer) {
        return isNumber(text) || EXTENSION.matcher(text).matches() || isMail(text, signer) || isWeb(text, signer);
    }

    private static boolean isNumber(String text) {
        return LABELLED.matcher(text).matches() && text.replaceAll("\\D", "").length() >= 6
                || PLAIN.matcher(text).matches() && text.replaceAll("\\D", "").length() >= 7;
    }

    private static boolean isMail(String text, Signer signer) {
        Matcher mail = MAIL.matcher(text);
        if (!mail.matches()) {
            return false;
        }
        String address = mail.group("mail").toLowerCase(Locale.ROOT);
        return address.equals(signer.address()) || signer.isTheirs(address.substring(address.indexOf('@') + 1));
    }

    /** A page of its own may say anything; a house's front door says who it is. */
    private static boolean isWeb(String text, Signer signer) {
        Matcher web = WEB.matcher(text);
        if (!web.matches()) {
            return false;
        }
        String host = web.group("host");
        String path = web.group("path") == null ? "" : web.group("path");
        return NETWORKS.matcher(host).matches()
                || signer.isTheirs(host) && PLAIN_PATH.matcher(path).matches();
    }
}
