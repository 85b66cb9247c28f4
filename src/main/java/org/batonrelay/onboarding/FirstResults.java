package org.batonrelay.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.ledger.NewEntry;
import org.batonrelay.summary.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time to value: from the signature until the client confirms the last summary of the onboarding, on their page or
 * in so many words by mail. Nothing that one of us ticks stops it: neither "confirmed by phone" nor an end without the
 * client's word.
 */
@Component
@Transactional
public class FirstResults {

    /**
     * @param confirmedAt null while the client has not confirmed
     * @param by who confirmed it; null while nobody has
     * @param ended whether the onboarding is over
     */
    public record FirstResult(
            Instant signedAt,
            @Nullable Instant confirmedAt,
            @Nullable String by,
            boolean ended) {}

    private static final String CLIENT = "client:";

    private final Ledger ledger;
    private final Signatures signatures;
    private final Contacts contacts;

    FirstResults(Ledger ledger, Signatures signatures, Contacts contacts) {
        this.ledger = ledger;
        this.signatures = signatures;
        this.contacts = contacts;
    }

    /** {@code value.confirmed}, once; in the transaction of the client's answer. */
    @EventListener(condition = "#entry.type().name() == 'SUMMARY_CONFIRMED'")
    void on(LedgerEntry entry) {
        boolean theirOwnWord = Leg.ONBOARDING.id().equals(entry.leg())
                && entry.actor().startsWith(CLIENT)
                && !String.valueOf(entry.detail().get("how")).startsWith(Answer.READ_BY);
        if (theirOwnWord && confirmed(ledger.of(entry.reference())).isEmpty()) {
            ledger.append(NewEntry.of(entry.reference(), EntryType.VALUE_CONFIRMED)
                    .by(entry.actor())
                    .leg(entry.leg())
                    .with("contact", nameOf(entry))
                    .with(
                            "days",
                            signatures
                                    .of(entry.reference())
                                    .map(signed -> days(signed, entry.at()))
                                    .orElse(null)));
        }
    }

    /** Empty for who has not signed. */
    @Transactional(readOnly = true)
    public Optional<FirstResult> of(LeadReference reference) {
        return signatures.of(reference).map(signed -> {
            List<LedgerEntry> entries = ledger.of(reference);
            Optional<LedgerEntry> confirmed = confirmed(entries);
            return new FirstResult(
                    signed,
                    confirmed.map(LedgerEntry::at).orElse(null),
                    confirmed
                            .map(it -> String.valueOf(it.detail().get("contact")))
                            .orElse(null),
                    entries.stream()
                            .anyMatch(it -> it.type() == EntryType.LEG_FINISHED
                                    && Leg.ONBOARDING.id().equals(it.leg())));
        });
    }

    /** Of a day, one decimal. */
    public static double days(Instant from, Instant to) {
        return Math.round(Duration.between(from, to).toMinutes() / 144.0) / 10.0;
    }

    private String nameOf(LedgerEntry entry) {
        return contacts.find(entry.reference(), entry.actor().substring(CLIENT.length()))
                .map(Contact::name)
                .orElse("The client");
    }

    private static Optional<LedgerEntry> confirmed(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(it -> it.type() == EntryType.VALUE_CONFIRMED)
                .findFirst();
    }
}
