package org.batonrelay.lead;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells senders that nobody reads mail at: no-reply addresses, web servers, forms. */
public final class ProgramSender {

    private static final Set<String> WORDS = Set.copyOf(Arrays.asList(
            ("noreply donotreply noanswer nepasrepondre noresponder keineantwort form forms formular formulare kontaktformular"
                            + " contactform webform formmail formmailer submission submissions response responses notification"
                            + " notifications notify notifier alert alerts mailer mailerdaemon daemon postmaster bounce bounces"
                            + " www wwwdata wwwrun apache apache2 nginx http httpd httpuser php cgi web webserver webmaster website"
                            + " webseite homepage wordpress wp wpforms typo3 joomla drupal contao neos magento shopify wix"
                            + " squarespace typeform jotform hubspot formspree system server host root admin cron nobody robot"
                            + " bot anonymous automail automailer autoreply automated auto wufoo netlify formstack paperform"
                            + " tally elementor gravityforms googleforms receipts unbounce leadpages")
                    .split("\\s+")));

    private static final Pattern NAME = Pattern.compile(
            "(?i)\\b(word ?press|typeform|jotform|hubspot|formspree|squarespace|wix(\\.com)?|wufoo|gravity ?forms|google ?forms"
                    + "|elementor|wpforms|joomla|drupal|typo3|website|web ?site|webseite|homepage|web ?server|(contact|kontakt|web|online"
                    + "|anfrage)[- ]?(form|formular|formulaire|formulario)s?|forms?|formular|formulaire|formulario|no-?reply"
                    + "|notifications?|submissions?)\\b");

    /** Addresses that a house answers by many people: a form often sends in their name. */
    private static final Set<String> SHARED = Set.of(
            "info",
            "kontakt",
            "contact",
            "contacto",
            "office",
            "mail",
            "hello",
            "hallo",
            "service",
            "support",
            "team",
            "shop",
            "anfrage",
            "anfragen",
            "enquiries",
            "inquiries",
            "sales",
            "marketing",
            "web",
            "post",
            "leads");

    private ProgramSender() {}

    /** Whether nobody reads what is sent to this address. */
    public static boolean isOne(String name, String address) {
        String local = address.substring(0, Math.max(0, address.indexOf('@')));
        String whole = local.replaceAll("[^\\p{L}\\p{N}]", "");
        return local.isEmpty()
                || whole.matches(
                        "(no|donot|dont|not|ne|keine)?(reply|replies|response|answer|antwort(en)?|respond)\\d*")
                || whole.contains("noreply")
                || whole.contains("donotreply")
                || Arrays.stream(local.split("[._+=-]+")).anyMatch(WORDS::contains)
                || WORDS.contains(whole)
                || NAME.matcher(name).find();
    }

    /** Whether it is an address of a whole house rather than of a person. */
    static boolean isShared(String address) {
        return SHARED.contains(address.substring(0, Math.max(0, address.indexOf('@'))));
    }
}
