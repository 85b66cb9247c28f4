package org.batonrelay.lead;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address that can be written to. Spellings of one person's address (case, +tag) have the same key. */
public record MailAddress(String local, String domain) {

    private static final int LONGEST = 254;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,64}){0,31}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

    /** Empty for what is no address; a domain in other scripts becomes its ASCII form. */
    public static Optional<MailAddress> read(String text) {
        int at = text.lastIndexOf('@');
        if (text.length() > LONGEST || at < 1) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        String domain = ascii(text.substring(at + 1)).toLowerCase(Locale.ROOT);
        boolean valid = local.length() <= 64
                && local.length() + domain.length() < LONGEST
                && LOCAL.matcher(local).matches()
                && DOMAIN.matcher(domain).matches();
        return valid ? Optional.of(new MailAddress(local, domain)) : Optional.empty();
    }

    /** The same for every spelling of one person's address. */
    public String key() {
        String lower = local.toLowerCase(Locale.ROOT);
        int tag = lower.indexOf('+');
        return (tag > 0 ? lower.substring(0, tag) : lower) + "@" + domain;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
