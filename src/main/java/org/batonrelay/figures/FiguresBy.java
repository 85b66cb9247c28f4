package org.batonrelay.figures;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.baton.Exchange;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.Partners;
import org.batonrelay.handoff.Offer;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;

/** By what figures are told apart: whose one entry of the ledger is. */
enum FiguresBy {
    TEAM,
    PERSON,
    SOURCE,
    WEEK,
    PARTNER;

    /**
     * What is needed to say whose an entry is.
     *
     * @param authors of summaries, by the lead's reference, a space, and the version
     * @param sources by the lead's reference
     */
    record Known(
            Map<String, Offer> offers,
            Map<String, String> authors,
            Map<String, String> sources,
            People people,
            ZoneId zone) {}

    static Optional<FiguresBy> of(String said) {
        return Arrays.stream(values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
    }

    /** Empty for an entry that is nobody's of this kind. */
    Optional<String> of(LedgerEntry entry, Known known) {
        return switch (this) {
            case TEAM -> team(entry, known);
            case PARTNER -> team(entry, known).filter(Partners::isGroup);
            case PERSON -> Optional.ofNullable(person(entry, known));
            case SOURCE ->
                Optional.of(known.sources().getOrDefault(entry.reference().value(), "unknown"));
            case WEEK -> Optional.of(week(LocalDate.ofInstant(entry.at(), known.zone())));
        };
    }

    /** An offer is its receiver's, whoever of them took it; the rest is of the team of whoever did it. */
    private static Optional<String> team(LedgerEntry entry, Known known) {
        Offer offer = offer(entry, known);
        if (offer != null) {
            return Optional.of(offer.team());
        }
        if (entry.type().id().startsWith("handoff.") && entry.exchange() != null) {
            return Optional.of(Exchange.of(entry.exchange()).to());
        }
        return Optional.ofNullable(person(entry, known))
                .map(Holder::new)
                .map(who -> who.isGroup() ? who.id() : known.people().teamOf(who.id()))
                .filter(team -> !team.isEmpty());
    }

    /** An offer is whose answer it got, else whom it waited for. */
    private static @Nullable String person(LedgerEntry entry, Known known) {
        Offer offer = offer(entry, known);
        if (offer != null) {
            boolean answered = offer.settledBy() != null && !offer.settledBy().equals("baton");
            return answered ? offer.settledBy() : offer.receiver().value();
        }
        if (entry.type().id().startsWith("summary.")) {
            return known.authors().get(entry.reference() + " " + entry.detail().get("version"));
        }
        if (entry.type() == EntryType.MEETING_RATED) {
            // whoever had fixed the meeting, not who found it good or bad
            return entry.detail().get("sdr") instanceof String sdr ? sdr : null;
        }
        return entry.actor().equals("baton") || entry.actor().startsWith("client:") ? null : entry.actor();
    }

    private static @Nullable Offer offer(LedgerEntry entry, Known known) {
        return known.offers().get(DropReport.text(entry, "offerId"));
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
