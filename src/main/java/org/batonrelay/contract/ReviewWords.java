package org.batonrelay.contract;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.relay.Readiness;
import org.springframework.stereotype.Component;

/** What forms and mails say about a contract. */
@Component
class ReviewWords {

    private final ReviewQueue queue;
    private final HouseLetters letters;
    private final AgreedDates dates;
    private final BusinessCalendar hours;
    private final Clock clock;

    ReviewWords(ReviewQueue queue, HouseLetters letters, AgreedDates dates, BusinessCalendar hours, Clock clock) {
        this.queue = queue;
        this.letters = letters;
        this.dates = dates;
        this.hours = hours;
        this.clock = clock;
    }

    /** Where the contract stands, empty where there is none. */
    String state(LeadReference reference, Optional<ContractReview> last, Optional<Instant> signed) {
        return Stream.concat(
                        last.map(this::state).stream(),
                        signed
                                .map(at -> "signed by the client on "
                                        + WrittenDates.day(dates.day(at, dates.teamOf(reference))))
                                .stream())
                .collect(Collectors.joining(", and "));
    }

    String state(ContractReview review) {
        if (review.verdict() == null) {
            String due = review.dueAt() == null ? "" : ", due " + due(review);
            return review.claimedBy() == null
                    ? "asked, number " + place(review) + " in legal's list" + due
                    : "being reviewed by " + name(review.claimedBy()) + due;
        }
        return switch (review.verdict()) {
            case "approve" -> "approved";
            case "changes" -> "asks for changes";
            case "refuse" -> "refused";
            default -> review.verdict();
        };
    }

    int place(ContractReview review) {
        return queue.place(review);
    }

    /** In the time of whoever holds the lead; empty where there is no deadline. */
    String due(ContractReview review) {
        return review.dueAt() == null ? "" : inWords(review.reference(), review.dueAt());
    }

    String terms(Terms terms) {
        LocalDate closeOn = terms.closeOn();
        String value = terms.value() == null
                ? "value not said"
                : "value " + NumberFormat.getIntegerInstance(Locale.ENGLISH).format(terms.value()) + " euros";
        return value + ", "
                + (closeOn == null ? "close date not said" : "to be signed by " + WrittenDates.day(closeOn));
    }

    /** @param versions newest first */
    List<String> versions(List<ContractVersion> versions) {
        return versions.stream()
                .map(version -> "version " + version.number()
                        + (version.equals(versions.get(0)) ? ", the latest: " : ": ")
                        + version.name() + ", by " + name(version.author()) + ", "
                        + inWords(version.reference(), version.addedAt()) + ": " + version.reason())
                .toList();
    }

    String readiness(Readiness said) {
        return name(said.csm()) + " takes over once it is signed, ready on " + WrittenDates.day(said.readyOn());
    }

    /** @param rounds at least one */
    String clocks(List<ContractReview> rounds) {
        return Clocks.of(rounds, clock.instant()).inWords();
    }

    private String name(String person) {
        return letters.nameOf(Holder.person(person));
    }

    private String inWords(LeadReference reference, Instant at) {
        return WrittenDates.moment(at, hours.zone(dates.teamOf(reference)));
    }
}
