package org.batonrelay.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The part of a delivery report that is written for programs (RFC 3464): one paragraph a recipient. */
record DeliveryStatus(List<Recipient> recipients) {

    private static final Pattern FIELD =
            Pattern.compile("(?im)^\\s*(action|final-recipient|original-recipient)\\s*:\\s*(.*)$");

    /** Some write it where a person reads it. */
    private static final Pattern WRITTEN_OUT = Pattern.compile(
            "(?ims)^\\s*(reporting-mta\\s*:.{1,600}^\\s*final-recipient|final-recipient\\s*:.{1,300}^\\s*action)\\s*:");

    /** @param action failed, delayed, delivered, relayed, expanded; empty where it is not told */
    record Recipient(List<String> addresses, String action) {}

    static Optional<DeliveryStatus> of(OpenedMail mail) {
        return mail.parts()
                .first("message/delivery-status", "message/global-delivery-status")
                .map(PartText::of)
                .or(() -> Optional.of(mail.text())
                        .filter(text -> WRITTEN_OUT.matcher(text).find()))
                .map(DeliveryStatus::parse);
    }

    private static DeliveryStatus parse(String text) {
        return new DeliveryStatus(Arrays.stream(text.split("\\n\\s*\\n"))
                .map(DeliveryStatus::recipient)
                .filter(it -> !it.addresses().isEmpty() || !it.action().isEmpty())
                .toList());
    }

    private static Recipient recipient(String paragraph) {
        String action = "";
        Stream.Builder<String> addresses = Stream.builder();
        Matcher fields = FIELD.matcher(paragraph);
        while (fields.find()) {
            if (fields.group(1).equalsIgnoreCase("action")) {
                action = fields.group(2).strip().toLowerCase(Locale.ROOT);
            } else {
                MailHeaders.addresses(fields.group(2)).forEach(addresses::add);
            }
        }
        return new Recipient(addresses.build().distinct().toList(), action);
    }

    boolean tells() {
        return !recipients.isEmpty();
    }

    /** It was delivered, or went on to somebody who will not say more. */
    boolean onlyGoodNews() {
        return tells() && recipients.stream().allMatch(it -> it.action().matches("(delivered|relayed|expanded).*"));
    }

    /** A mail that may still arrive. */
    boolean onlyDelays() {
        return tells()
                && recipients.stream().allMatch(it -> it.action().matches("(delayed|delivered|relayed|expanded).*"));
    }

    List<String> failed() {
        return recipients.stream()
                .filter(it -> it.action().isEmpty() || it.action().startsWith("fail"))
                .flatMap(it -> it.addresses().stream())
                .distinct()
                .toList();
    }
}
