package org.batonrelay.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail system itself says about a mail that was not delivered, without the mail that it gives back.
 *
 * @param subject of the notice
 * @param text the notice, up to the copy of what was not delivered
 * @param copied whether such a copy follows in the text
 */
record FailureNotice(String subject, String text, boolean copied) {

    private static final MailWords WORDS = MailWords.read("failure.txt");
    private static final Pattern SUBJECT = WORDS.in(
            "subject",
            "^\\W{0,4}(?:(?:your|the|ihre|deine|die|eine|votre|le|la|el|su|il|uw|de|din|ditt|vaše|twoja)\\s+)?",
            "");
    private static final Pattern NOTICE = WORDS.any("notice");
    private static final Pattern DELAY_SUBJECT = WORDS.in("delay subject", "^\\W{0,4}", "");
    private static final Pattern DELAY = WORDS.any("delay");
    private static final Pattern FINAL = WORDS.any("final");
    private static final Pattern GOOD_NEWS = WORDS.any("good news");

    /** The answer of a mail server: {@code 550 5.1.1}, {@code <<< 550}, {@code #5.1.1}; a date has no such second number. */
    private static final Pattern CODE = Pattern.compile(
            "(?m)(^|[\\s:(\\[#\"])(<<< |>>> )?[45]\\d\\d[ -]#?[45]\\.[0-7]\\.\\d{1,3}\\b|^\\s*(<<< |>>> )?[45]\\d\\d[ -]\\D"
                    + "|(?i)(smtp|error|status|response|code|reason)[^\\n]{0,20}[:=( ]\\s*\\(?#?[45](\\d\\d|\\.[0-7]\\.\\d{1,3})\\b|#[45]\\.[0-7]\\.\\d{1,3}");

    /** From here on a mailer quotes what it could not deliver. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^.{0,12}(original message(?! was received)|copy of (the|your|this|original) |below this line|returned (message|mail|text)"
                    + "|unsent message|message headers? follow|headers of your message|ursprüngliche nachricht|this is a copy"
                    + "|below is a copy|header and top \\d+ lines|message d'origine|copie du message|mensaje original"
                    + "|元のメッセージ).*$|^received: ?(from|by|\\()");

    private static final Pattern NAMES_ITSELF = Pattern.compile(
            "(?i)\\A\\W*(hi|hello)[.!,]?\\s+this is the [\\w.-]{2,40}( [\\w.-]{2,40})? (program|server|mailer|system|daemon) at ");

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?im)^[\\s*>-]*<?([\\p{L}\\p{N}._%+'=-]+@[\\p{L}\\p{N}.-]+)>?"
                    + "|(?:recipients?|rcpt to|mail to|delivered to|message to|addressee|empfänger|postfach|address)[: ]*<?([\\p{L}\\p{N}._%+'=-]+@[\\p{L}\\p{N}.-]+)>?");

    /** A line that is a recipient, and perhaps why. */
    private static final Pattern RECIPIENT_LINE = Pattern.compile(
            "(?m)^[\\s*>•-]*<?[\\p{L}\\p{N}._%+'=-]+@[\\p{L}\\p{N}.-]+>?\\s*($|[:(,;-]|\\s{2}| (on|am|le|el|il|op|dnia|em|den|dne) )");

    private static final int LONGEST = 20_000;
    /** Mail systems come to the point. */
    private static final int LONGEST_BEGINNING = 4_000;

    private static final int MOST_RECIPIENTS = 20;

    static FailureNotice of(OpenedMail mail) {
        String all = MailWords.plain(HeaderText.cut(mail.text(), LONGEST));
        Matcher copy = COPY.matcher(all);
        // some begin with such a line, and what follows is all there is
        boolean copied = copy.find() && copy.start() > 0;
        return new FailureNotice(
                MailWords.plain(mail.headers().subject()), copied ? all.substring(0, copy.end()) : all, copied);
    }

    boolean isNamedSo() {
        return SUBJECT.matcher(subject).matches()
                || DELAY_SUBJECT.matcher(subject).matches();
    }

    boolean speaksOfFailure() {
        return NOTICE.matcher(beginning()).find() || DELAY.matcher(beginning()).find();
    }

    /** Its first words are those of a mail system: a person begins otherwise. */
    boolean beginsWithFailure() {
        return text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> HeaderText.cut(line, 500))
                .filter(line ->
                        NOTICE.matcher(line).find() || CODE.matcher(line).find())
                .isPresent();
    }

    /** "Hi. This is the qmail-send program at mx.example." */
    boolean namesItself() {
        return NAMES_ITSELF.matcher(text).find();
    }

    boolean hasCode() {
        return CODE.matcher(text).find();
    }

    boolean hasRecipientLine() {
        return RECIPIENT_LINE.matcher(text).find();
    }

    boolean isGoodNews() {
        return GOOD_NEWS.matcher(subject).find()
                || GOOD_NEWS.matcher(beginning()).find() && !isNamedSo() && !speaksOfFailure();
    }

    /** The mail may still arrive. */
    boolean onlyWarns() {
        return !FINAL.matcher(subject).find()
                && (DELAY_SUBJECT.matcher(subject).matches()
                        || DELAY.matcher(beginning()).find()
                                && !FINAL.matcher(beginning()).find());
    }

    private String beginning() {
        return HeaderText.cut(text, LONGEST_BEGINNING);
    }

    /** Who could not be reached, in small letters; those at the start of a line before any other. */
    List<String> recipients(String from, List<String> ours) {
        List<String> named = ADDRESSED
                .matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(address -> address.toLowerCase(Locale.ROOT).replaceAll("^['.-]+|['.:-]+$", ""))
                .filter(address -> !from.contains(address))
                .distinct()
                .limit(MOST_RECIPIENTS)
                .toList();
        return named.isEmpty()
                ? MailHeaders.addresses(subject + "\n" + text).stream()
                        .map(address -> address.replaceAll("^'+|'+$", ""))
                        .filter(address -> !from.contains(address) && !ours.contains(address))
                        .limit(MOST_RECIPIENTS)
                        .toList()
                : named;
    }
}
