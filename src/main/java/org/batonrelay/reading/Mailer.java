package org.batonrelay.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Who has sent a mail, as far as it tells whether a mail system speaks or a person. */
final class Mailer {

    private static final MailWords WORDS = MailWords.read("failure.txt");
    private static final Pattern DAEMON = WORDS.any("daemon");
    private static final Pattern GATEWAY = WORDS.any("gateway");

    /** What mail programs put before the subject of an answer or of a forwarded mail; no mail system does. */
    private static final Pattern ANSWERS = Pattern.compile(
            "(?iu)^\\W{0,3}(re|aw|antw|antwort|sv|vs|fw|fwd|wg|tr|rv|res|enc|odp|pd|ynt|ilt|απ|πρθ|ref|回复|回覆|答复|转发|轉寄|転送)"
                    + "(\\[\\d+]|\\(\\d+\\))?\\s*[:：].*");

    /** Programs that people write with. */
    private static final Pattern PEOPLES = Pattern.compile("(?i)thunderbird|outlook|iphone|ipad|apple mail|android|k-9"
            + "|evolution|the bat|em ?client|windows (live )?mail|yahoomail|roundcube|zimbra|kmail|mutt|lotus notes|airmail"
            + "|sylpheed|claws|open-xchange|web ?mail|horde|squirrelmail|mailbird|spark|samsung|proton");

    private Mailer() {}

    /** A name that only mail systems have, or none at all. */
    static boolean isDaemon(OpenedMail mail) {
        String from = from(mail);
        return DAEMON.matcher(from).find() || from.strip().matches("([^<]*<\\s*>)");
    }

    /** A name that mail systems have, and whoever looks after them. */
    static boolean isGateway(OpenedMail mail) {
        return GATEWAY.matcher(from(mail).replace('_', '-')).find();
    }

    /** The return path of what must never be answered. */
    static boolean hasNoReturnPath(OpenedMail mail) {
        return mail.headers().all("Return-Path").stream()
                .anyMatch(path ->
                        path.strip().equals("<>") || DAEMON.matcher(path).find());
    }

    /** Somebody answers or forwards, or writes with a program that people write with. */
    static boolean seemsAPerson(OpenedMail mail) {
        return answers(mail.headers().subject()) || writesWithMailProgram(mail);
    }

    static boolean writesWithMailProgram(OpenedMail mail) {
        return mail.headers().has("User-Agent")
                || PEOPLES.matcher(mail.headers().first("X-Mailer")).find();
    }

    static boolean answers(String subject) {
        return ANSWERS.matcher(subject).matches();
    }

    private static String from(OpenedMail mail) {
        return HeaderText.oneLine(mail.headers().first("From"), 400).toLowerCase(Locale.ROOT);
    }
}
