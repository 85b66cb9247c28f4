package org.batonrelay.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.batonrelay.cutting.NewText;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has come in and is kept: its raw text is stored under {@code id} before anybody acts on it. All values
 * were written by a stranger: decoded and cut to bearable lengths, but to be escaped wherever they are shown.
 *
 * @param id ours; a mail with the same Message-ID has the same one and is taken once
 * @param messageId with its angle brackets; made from the content where the mail has none
 * @param fromAddress empty for a mail without a readable sender
 * @param fromIsProven whether the receiving server vouches that the sender's domain sent it
 * @param origin what tells who is asking by it where the sender is a program
 * @param recipients every address it came to: To, Cc, Delivered-To and the like, in small letters
 * @param cc the named recipients other than ourselves, as {@code Name <address>} or the address
 * @param subject decoded, one line
 * @param text all of it as plain text
 * @param said the new part only, without quotes and signature; empty where there is none
 * @param forms all the forms in which it says it, plain text and page: a mail program shows one of them
 * @param references Message-IDs it answers, the nearest first; for a delivery failure before all others those of the
 *     mail that was not delivered
 * @param failedRecipients for a delivery failure: the addresses that could not be reached, as far as it tells; none
 *     where it only warns of a delay
 * @param delayed a delivery failure that only warns: the mail may still arrive
 * @param onlySeemsAutomatic an automatic answer that no mark of a program's shows to be one, or that says more than that
 *     somebody is away; or a person's mail that has such a mark: a person reads it, and it confirms nothing
 * @param awayUntil for an automatic answer: the day of return it names; never a day that had come when it was taken
 * @param attachments in the order of the mail; their contents are read from the stored mail
 */
public record IncomingMail(
        String id,
        String messageId,
        Sort sort,
        String fromName,
        String fromAddress,
        boolean fromIsProven,
        Origin origin,
        List<String> recipients,
        List<String> cc,
        String subject,
        String text,
        String said,
        List<Form> forms,
        List<String> references,
        List<String> failedRecipients,
        boolean delayed,
        boolean onlySeemsAutomatic,
        @Nullable LocalDate awayUntil,
        Instant sentAt,
        List<Enclosure> attachments) {

    /** What kind of mail it is, as far as the mail itself tells. */
    public enum Sort {
        /** A mail that we sent could not be delivered. */
        BOUNCE,
        /** An out-of-office answer, an acknowledgement, a receipt: nobody wrote it to us. */
        AUTOMATIC,
        /** We sent it ourselves, and it came back as it was. */
        OWN,
        /**
         * A program tells of something that is no answer: an invitation that went on to others, a mail that is wanted
         * back, somebody who has left. A person reads it.
         */
        NOTICE,
        /** An answer to an invitation, from a calendar program: {@code text/calendar; method=REPLY}. */
        INVITATION_ANSWER,
        /** Everything else: a person wrote it. */
        HUMAN
    }

    /** It says that somebody is away, or tells of something, and no more: a person may read it, and answers nothing by it. */
    public boolean isNoAnswer() {
        return sort == Sort.NOTICE || sort == Sort.AUTOMATIC && words().absent() > 0 && !words().saysMore();
    }

    /** Whether it says that somebody is away, as far as can be told: whoever has left is not. */
    public boolean saysAway() {
        return sort == Sort.AUTOMATIC && (words().absent() > 0 || newAddresses().isEmpty());
    }

    private AwayText words() {
        return AwayText.of(said, fromName + " " + fromAddress);
    }

    /** Where it asks us to write from now on, because its sender has left, or reads elsewhere; in small letters. */
    public List<String> newAddresses() {
        String words = subject + "\n" + said;
        return AwayText.saysGone(words)
                ? MailHeaders.addresses(words).stream()
                        .map(address -> address.replaceFirst("[.-]+$", ""))
                        .filter(address -> !address.equals(fromAddress) && !isOurs(address))
                        .toList()
                : List.of();
    }

    /** What the mail was sent to is ours. */
    private boolean isOurs(String address) {
        String domain = address.substring(address.indexOf('@'));
        return recipients.stream().anyMatch(it -> it.endsWith(domain));
    }

    /**
     * @param text as plain text
     * @param said its new part
     */
    public record Form(String text, String said) {

        /** All lines that are not quoted, signatures included; without what mail systems and devices add by themselves. */
        public List<String> own() {
            return NewText.own(text).stream().flatMap(List::stream).toList();
        }

        /** Whether something of their own stands between the lines that they quote. */
        public boolean isWrittenIntoQuotes() {
            List<List<String>> blocks = NewText.own(text);
            return blocks.size() > 2
                    && blocks.subList(1, blocks.size() - 1).stream()
                            .flatMap(List::stream)
                            .anyMatch(line -> !line.isBlank());
        }
    }

    /**
     * @param number from 0, names it within the mail
     * @param name as the sender calls it, without a path
     * @param type as the sender says; not to be trusted
     * @param size in bytes
     */
    public record Enclosure(int number, String name, String type, long size) {}
}
