package org.batonrelay.cutting;

import java.util.regex.Pattern;

/** What companies, their lawyers and mailing lists put below every mail. */
final class SmallPrint {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern COMPANY = Pattern.compile(
            "mailing list|geschäftsführ|amtsgericht|handelsregister|\\bHRB\\b|registered (in|office)|sitz der|datenschutz(erklärung|hinweis|information)"
                    + "|disclaimer|diese (e-?mail|nachricht) (enthält|ist|kann)|this (e-?mail|message) (and|is|may|contains)",
            CASE);
    /** Of a mail; what else is confidential or to be printed is a matter that somebody writes about. */
    private static final Pattern CAUTION = Pattern.compile(
            "confidential|vertraulich|intended (solely |only )?(for|recipient)|unauthori[sz]ed|privileged|environment|drucken|umwelt|virus"
                    + "|datenschutz",
            CASE);

    private static final Pattern OF_MAIL = Pattern.compile(
            "\\b(e-?mails?|mails?|messages?|nachricht(en)?|communication|transmission|attachments?|anhang|anhänge|recipient)\\b",
            CASE);

    private SmallPrint() {}

    static boolean is(String paragraph) {
        return COMPANY.matcher(paragraph).find()
                || CAUTION.matcher(paragraph).find()
                        && OF_MAIL.matcher(paragraph).find();
    }
}
