package org.batonrelay.mail;

import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail that says of one of ours that it was not delivered: by the standard (RFC 3464), or as mail programs say it
 * that know no standard. A person who writes about undelivered mail is none, because no mailer sent it. Long
 * because every mailer without a standard has its own words.
 *
 * @param recipients who could not be reached; empty where it does not tell, or only warns of a delay
 * @param delayed it only warns: the mail may still arrive
 * @param original Message-IDs of the mail that it is about
 */
record DeliveryFailure(List<String> recipients, boolean delayed, List<String> original) {

    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Names that only mailers have. */
    private static final Pattern DAEMON =
            Pattern.compile("mail(er)?[-_.]?daemon|mail delivery (sub)?system|maildelivery|microsoftexchange", CASE);

    /** Names that people who look after mail have as well. */
    private static final Pattern POSTMASTER = Pattern.compile("\\bpoo?st[-_.]?master\\b", CASE);

    private static final Pattern SUBJECT = Pattern.compile(
            "undeliver(able|ed)|deliver[yi]\\w* (status notification|failure|failed|problem|has failed|delayed|error)"
                    + "|delivery.{0,20}\\bfail|returned (mail|to sender)|failure notice|mail (system error|failure|"
                    + "delivery (failed|failure))|non[- ]?deliver|could not be delivered|not delivered|failed delivery"
                    + "|unzustellbar|nicht zu(ge|)stell|zustell\\w* (fehlgeschlagen|nicht möglich)|zustellfehler"
                    + "|unzustellbarkeit|nicht zugestellt|konnte nicht .{0,30}zugestellt|недоставл|не доставлено"
                    + "|non remis|no se ha podido entregar|mancata consegna",
            CASE);

    private static final Pattern BODY = Pattern.compile(
            "(could|can) ?not be delivered|(was|were|am|are)( not able|n't able| unable) to deliver|unable to deliver"
                    + "|delivery (to the following recipients?|has) (was )?(failed|aborted)|delivery failed"
                    + "|error (occurred while trying to deliver|delivering)|did not reach the following"
                    + "|following addresses had|permanent (fatal )?errors?\\b|message is delayed|was undeliverable"
                    + "|following recipients was rejected|incorrectly constructed|(transcript of session|unsent message)"
                    + "|this is the mailer-daemon|not be delivered to one or more"
                    + "|konnte(n)? (leider )?(nicht|an die folgenden).{0,60}(zugestellt|ausgeliefert)|nicht zugestellt werden"
                    + "|(zustellung|übermittlung).{0,60}(fehlgeschlagen|nicht möglich)|empfänger.{0,30}(unbekannt|existiert nicht)"
                    + "|(?m:^(<<< |>>> )?[45]\\d\\d[ -])|\\b[45]\\.\\d{1,2}\\.\\d{1,3}\\b|error message below",
            CASE);

    /** From here on a mailer quotes what it could not deliver. */
    private static final Pattern COPY = Pattern.compile(
            "(?im)^.{0,12}(original message|copy of (the|your|this|original) |below this line|returned message|unsent message"
                    + "|message headers? follow|ursprüngliche nachricht|this is a copy|below is a copy).*$|^received: ?(from|by|\\()");

    private static final Pattern WARNING = Pattern.compile(
            "only a temporary failure|warning message only|not need to re-?send (your|the|this) (message|mail|e-?mail)",
            CASE);

    private static final Pattern QUOTED_ID =
            Pattern.compile("(?im)^[\\s>]*message-id:\\s*(<[^<>\\s]{1,900}>)|\"messageId\":\"([^\"]{1,200})\"");

    private static final Pattern ADDRESSED = Pattern.compile(
            "(?im)^[\\s*>-]*<?([\\p{L}\\p{N}._%+'=-]+@[\\p{L}\\p{N}.-]+)>?"
                    + "|(?:recipient|rcpt to|your mail to|delivered to)[: ]*<?([\\p{L}\\p{N}._%+'=-]+@[\\p{L}\\p{N}.-]+)>?");

    private static final int LONGEST_NOTICE = 20_000;

    static Optional<DeliveryFailure> in(OpenedMail mail) {
        return isOne(mail)
                ? Optional.of(new DeliveryFailure(recipients(mail), onlyWarns(mail), original(mail)))
                : Optional.empty();
    }

    private static boolean isOne(OpenedMail mail) {
        Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
        boolean report = contentType(mail).startsWith("multipart/report");
        if (status.isPresent() && (report || isFromMailer(mail) || hasNoReturnPath(mail))) {
            return !status.get().onlyGoodNews();
        }
        if (report) {
            return contentType(mail).contains("delivery-status") && speaksOfFailure(mail);
        }
        return mail.headers().has("X-Failed-Recipients") || isFromMailerAlone(mail) || isFromNotifier(mail);
    }

    private static boolean isFromMailerAlone(OpenedMail mail) {
        boolean subject = SUBJECT.matcher(mail.headers().subject()).find();
        String from = from(mail);
        if (DAEMON.matcher(from).find()) {
            return subject || speaksOfFailure(mail);
        }
        if (POSTMASTER.matcher(from.replace('_', '-')).find()) {
            return speaksOfFailure(mail);
        }
        return hasNoReturnPath(mail) && subject && speaksOfFailure(mail);
    }

    /** Amazon tells of deliveries by a mail of its own kind. */
    private static boolean isFromNotifier(OpenedMail mail) {
        return from(mail).contains("sns.amazonaws.com") && mail.text().contains("\"notificationType\"");
    }

    static boolean isFromMailer(OpenedMail mail) {
        String from = from(mail);
        return DAEMON.matcher(from).find() || POSTMASTER.matcher(from).find();
    }

    /** The return path of what must never be answered. */
    static boolean hasNoReturnPath(OpenedMail mail) {
        return mail.headers().all("Return-Path").stream()
                .anyMatch(path ->
                        path.strip().equals("<>") || DAEMON.matcher(path).find());
    }

    private static boolean speaksOfFailure(OpenedMail mail) {
        return BODY.matcher(notice(mail)).find();
    }

    private static String from(OpenedMail mail) {
        return HeaderText.oneLine(mail.headers().first("From"), 400);
    }

    private static String contentType(OpenedMail mail) {
        return mail.headers().first("Content-Type").toLowerCase(Locale.ROOT);
    }

    /** What the mailer itself says, without the mail that it gives back. */
    private static String notice(OpenedMail mail) {
        String text = HeaderText.cut(mail.text(), LONGEST_NOTICE);
        var copy = COPY.matcher(text);
        // some begin with such a line, and what follows is all there is
        return copy.find() && copy.start() > 0 ? text.substring(0, copy.end()) : text;
    }

    private static boolean onlyWarns(OpenedMail mail) {
        return DeliveryStatus.of(mail)
                .filter(DeliveryStatus::tells)
                .map(DeliveryStatus::onlyDelays)
                .orElseGet(() -> WARNING.matcher(notice(mail)).find());
    }

    private static List<String> recipients(OpenedMail mail) {
        Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
        if (status.isPresent() && status.get().tells()) {
            return status.get().failed();
        }
        List<String> named =
                MailHeaders.addresses(String.join(" ", mail.headers().all("X-Failed-Recipients")));
        if (!named.isEmpty()) {
            return named;
        }
        String notice = notice(mail);
        if (onlyWarns(mail) || notice.contains("\"notificationType\":\"Delivery\"")) {
            return List.of();
        }
        String own = mail.headers().first("From").toLowerCase(Locale.ROOT);
        return ADDRESSED
                .matcher(notice)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .map(address -> address.toLowerCase(Locale.ROOT).replaceFirst("[.:]+$", ""))
                .filter(address -> !own.contains(address))
                .distinct()
                .limit(20)
                .toList();
    }

    private static List<String> original(OpenedMail mail) {
        List<String> texts = new ArrayList<>(List.of(mail.text()));
        mail.parts().leaves().stream()
                .filter(part -> isReturned(part))
                .map(PartText::of)
                .forEach(texts::add);
        return texts.stream()
                .flatMap(text -> QUOTED_ID.matcher(text).results())
                .map(DeliveryFailure::id)
                .flatMap(Stream::of)
                .distinct()
                .limit(10)
                .toList();
    }

    private static String id(MatchResult found) {
        return found.group(1) != null ? found.group(1) : "<" + found.group(2) + ">";
    }

    private static boolean isReturned(Part part) {
        String type = MailParts.typeOf(part);
        return type.equals("message/rfc822") || type.equals("text/rfc822-headers") || type.equals("message/global");
    }
}
