package org.batonrelay.reading;

import jakarta.mail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A mail that says of one of ours that it was not delivered: by the standard (RFC 3464), or as mail systems say it that
 * know no standard. Who sends it and how tells more than its language: nobody but a mail system writes as MAILER-DAEMON,
 * a person seldom without a return path. The less the sender tells, the more the mail itself has to: words in the subject
 * or the text, an answer of a server, a line that is a recipient, the mail that it gives back. A person who writes about
 * undelivered mail has none of the senders, and one who looks after mail, and writes as postmaster, forwards and asks.
 *
 * <p>Long because who sends it and what it says are weighed together.
 *
 * @param recipients who could not be reached; empty where it does not tell, or only warns of a delay
 * @param delayed it only warns: the mail may still arrive
 * @param original Message-IDs of the mail that it is about
 */
record DeliveryFailure(List<String> recipients, boolean delayed, List<String> original) {

    private static final Pattern QUOTED_ID =
            Pattern.compile("(?im)^[\\s>]*message-id:\\s*(<[^<>\\s]{1,900}>)|\"messageId\":\"([^\"]{1,200})\"");

    private static final Pattern LINKED =
            Pattern.compile("(?i)href\\s*=\\s*[\"']?mailto:([\\w.%+-]+@[\\w.-]+\\.[a-z]{2,})");

    private static final Pattern GREETING = Pattern.compile(
            "(?iu)\\A\\W*(hi|hello|dear|hallo|guten (tag|morgen)|sehr geehrte|liebe[rs]?|bonjour|hola|buongiorno|moin)\\b");

    static Optional<DeliveryFailure> in(OpenedMail mail) {
        FailureNotice notice = FailureNotice.of(mail);
        return isOne(mail, notice)
                ? Optional.of(new DeliveryFailure(recipients(mail, notice), onlyWarns(mail, notice), original(mail)))
                : Optional.empty();
    }

    private static boolean isOne(OpenedMail mail, FailureNotice notice) {
        Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
        boolean report = contentType(mail).startsWith("multipart/report");
        boolean nobody = Mailer.isDaemon(mail) || Mailer.hasNoReturnPath(mail);
        if (Mailer.seemsAPerson(mail) && !nobody) {
            return isAnswerOfGateway(mail, notice);
        }
        if (status.isPresent() && (report || nobody || Mailer.isGateway(mail))) {
            return !status.get().onlyGoodNews();
        }
        if (report && !nobody) {
            return contentType(mail).contains("delivery-status") && !notice.isGoodNews();
        }
        return mail.headers().has("X-Failed-Recipients")
                || isFromNotifier(mail)
                || (nobody || Mailer.isGateway(mail))
                        && !notice.isGoodNews()
                        && !isReceipt(mail, notice)
                        && tells(mail, notice);
    }

    private static boolean tells(OpenedMail mail, FailureNotice notice) {
        boolean says = notice.isNamedSo() || notice.speaksOfFailure();
        boolean proof = returnsMail(mail, notice) || notice.hasCode() || notice.hasRecipientLine();
        boolean person = Mailer.seemsAPerson(mail);
        if (Mailer.isDaemon(mail)) {
            return !person || says && proof;
        }
        if (isAnswerOfGateway(mail, notice)) {
            return true;
        }
        boolean answers = !mail.headers().references().isEmpty();
        if (Mailer.hasNoReturnPath(mail)) {
            // in whatever language: a mail system that is never answered, and somebody who was not reached
            return isFromSystem(mail, notice) && !person && !answers
                    || !person && says && (!answers || proof || Mailer.isGateway(mail) && notice.isNamedSo())
                    || returnsMail(mail, notice) && says;
        }
        return Mailer.isGateway(mail) && !answers && says && proof && !addressesSomebody(notice);
    }

    private static boolean isFromSystem(OpenedMail mail, FailureNotice notice) {
        return Mailer.isGateway(mail)
                && (notice.hasRecipientLine() || notice.hasCode() || returnsMail(mail, notice))
                && !addressesSomebody(notice);
    }

    /** Some gateways answer the mail as a person would. */
    private static boolean isAnswerOfGateway(OpenedMail mail, FailureNotice notice) {
        return Mailer.isGateway(mail)
                && !Mailer.writesWithMailProgram(mail)
                && (notice.beginsWithFailure() || notice.namesItself())
                && notice.hasCode()
                && !addressesSomebody(notice);
    }

    private static boolean addressesSomebody(FailureNotice notice) {
        return notice.text().contains("?") || GREETING.matcher(notice.text()).find() && !notice.namesItself();
    }

    /** "Your mail was read" is no failure, unless it says that it was thrown away. */
    private static boolean isReceipt(OpenedMail mail, FailureNotice notice) {
        return contentType(mail).contains("disposition-notification")
                && !(notice.isNamedSo() && notice.speaksOfFailure());
    }

    private static boolean returnsMail(OpenedMail mail, FailureNotice notice) {
        return notice.copied() || mail.parts().leaves().stream().anyMatch(DeliveryFailure::isReturned);
    }

    /** Amazon tells of deliveries by a mail of its own kind. */
    private static boolean isFromNotifier(OpenedMail mail) {
        return mail.headers().first("From").contains("sns.amazonaws.com")
                && mail.text().contains("\"notificationType\"");
    }

    private static String contentType(OpenedMail mail) {
        return mail.headers().first("Content-Type").toLowerCase(Locale.ROOT);
    }

    private static boolean onlyWarns(OpenedMail mail, FailureNotice notice) {
        return DeliveryStatus.of(mail)
                .filter(DeliveryStatus::tells)
                .map(DeliveryStatus::onlyDelays)
                .orElseGet(notice::onlyWarns);
    }

    private static List<String> recipients(OpenedMail mail, FailureNotice notice) {
        Optional<DeliveryStatus> status = DeliveryStatus.of(mail);
        if (status.isPresent() && status.get().tells()) {
            return status.get().failed();
        }
        List<String> named =
                MailHeaders.addresses(String.join(" ", mail.headers().all("X-Failed-Recipients")));
        if (!named.isEmpty()) {
            return named;
        }
        if (onlyWarns(mail, notice) || notice.text().contains("\"notificationType\":\"Delivery\"")) {
            return List.of();
        }
        String from = mail.headers().first("From").toLowerCase(Locale.ROOT);
        List<String> ours =
                MailHeaders.addresses(String.join(" ", mail.headers().all("To")));
        List<String> told = notice.recipients(from, ours);
        return told.isEmpty() ? linked(mail, from, ours) : told;
    }

    /** On a page the address may stand only behind the name. */
    private static List<String> linked(OpenedMail mail, String from, List<String> ours) {
        return LINKED.matcher(mail.parts().body("text/html"))
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .filter(address -> !from.contains(address) && !ours.contains(address))
                .distinct()
                .limit(10)
                .toList();
    }

    private static List<String> original(OpenedMail mail) {
        List<String> texts = new ArrayList<>(List.of(mail.text()));
        mail.parts().leaves().stream()
                .filter(DeliveryFailure::isReturned)
                .map(PartText::of)
                .forEach(texts::add);
        return texts.stream()
                .flatMap(text -> QUOTED_ID.matcher(text).results())
                .map(DeliveryFailure::id)
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
