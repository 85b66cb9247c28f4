package org.batonrelay.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted, once for the number and for the leads behind it. Each is a condition on one row {@code x} of its
 * table.
 */
enum Counted {
    OFFERS(Table.OFFER, "1 = 1", "offers"),
    ACCEPTED(Table.OFFER, "x.outcome = 'accepted'", "accepted"),
    ACCEPTED_FIRST(Table.OFFER, "x.outcome = 'accepted' and x.number = 1", "accepted the first time"),
    ACCEPTED_LATER(Table.OFFER, "x.outcome = 'accepted' and x.number > 1", "accepted later"),
    RETURNED(Table.OFFER, "x.outcome = 'returned'", "returned"),
    NOT_OURS(Table.OFFER, "x.outcome = 'not-ours'", "not ours"),
    DROPPED(Table.OFFER, "x.outcome = 'dropped'", "dropped"),
    EXPIRED(Table.OFFER, "x.outcome = 'expired'", "expired"),
    TAKEN_OVER(Table.OFFER, "x.outcome = 'taken'", "taken over by a manager"),
    TAKEN_BACK(Table.OFFER, "x.outcome in ('recalled', 'reassigned', 'closed')", "taken back"),
    OPEN(Table.OFFER, "x.outcome = 'open'", "still open"),
    DEADLINES(Table.OFFER, "(" + Table.MET + " or " + Table.MISSED + ")", "deadlines that counted"),
    DEADLINES_MET(Table.OFFER, Table.MET, "deadlines met"),
    DEADLINES_MISSED(Table.OFFER, Table.MISSED, "deadlines missed"),

    LEGS(Table.LEG, "1 = 1", "legs finished"),

    SUMMARIES(Table.SUMMARY, "1 = 1", "summaries sent"),
    SUMMARIES_CONFIRMED(Table.SUMMARY, "x.status = 'confirmed'", "summaries confirmed"),
    SUMMARIES_CORRECTED(Table.SUMMARY, "x.status = 'corrected'", "summaries corrected"),
    SUMMARIES_UNANSWERED(Table.SUMMARY, "x.status = 'unanswered'", "summaries unanswered"),
    SUMMARIES_ANNOUNCED(Table.SUMMARY, "x.announced = true", "summaries announced in the talk"),
    SUMMARIES_ANNOUNCED_CONFIRMED(
            Table.SUMMARY, "x.announced = true and x.status = 'confirmed'", "announced summaries confirmed"),

    DEPARTURES(Table.DEPARTURE, "x.type = 'departure.recorded'", "departures"),

    PROMISES(Table.PROMISE, "1 = 1", "promises due"),
    PROMISES_KEPT(Table.PROMISE, "x.state = 'kept' and " + Table.IN_TIME, "promises kept on time"),
    PROMISES_KEPT_LATE(Table.PROMISE, "x.state = 'kept' and not " + Table.IN_TIME, "promises kept late"),
    PROMISES_DROPPED(Table.PROMISE, "x.state = 'dropped'", "promises dropped"),
    PROMISES_OPEN(Table.PROMISE, "x.state = 'open'", "promises still open"),

    LEADS(Table.LEAD, "1 = 1", "leads"),
    LEADS_ACCEPTED(Table.LEAD, "x.accepted_at is not null", "leads accepted"),
    LEADS_QUALIFIED(Table.LEAD, "x.qualified_at is not null", "leads qualified"),
    LEADS_WON(Table.LEAD, "x.won_at is not null", "leads won");

    /**
     * Where it stands.
     *
     * @param during in the time asked for: what began in it, whatever became of it since
     * @param at the exchange or the leg
     * @param person whose it is
     * @param team whose it is, as long as that is recorded
     */
    enum Table {
        OFFER(
                "offer x",
                "x.offered_at",
                "x.exchange",
                "case when x.settled_by is null or x.settled_by = 'baton'" + " then x.receiver else x.settled_by end",
                "x.team",
                "coalesce(x.reason, 'unknown')"),
        LEG("leg_run x", "x.finished_at", "x.leg", "''", "''", "''"),
        SUMMARY("summary x", "x.sent_at", "x.leg", "x.author", "''", "''"),
        DEPARTURE("ledger x", "x.happened_at", "coalesce(x.leg, 'unknown')", "x.actor", "''", "''"),
        PROMISE("promise x", "x.due_on", "x.owner", "x.owner", "''", "''"),
        LEAD(
                "(select l.reference, l.source, l.segment, l.captured_at, l.captured_by, p.accepted_at, p.qualified_at,"
                        + " p.won_at from lead l left join lead_progress p on p.reference = l.reference) x",
                "x.captured_at",
                "''",
                "x.captured_by",
                "''",
                "''");

        static final String DUE = "coalesce(x.escalate_at, x.drop_at)";
        static final String MET = "(x.outcome = 'accepted' and x.settled_at <= " + DUE + ")";

        /** What nobody took in the end is missed, whenever it was given up. */
        static final String MISSED = "(" + DUE + " is not null and (x.outcome in ('dropped', 'expired', 'taken')"
                + " or coalesce(x.settled_at, :figureNow) > " + DUE + "))";

        static final String IN_TIME = "(cast(x.settled_at at time zone '%ZONE%' as date) <= x.due_on)";

        private final String from;
        private final String time;
        private final String at;
        private final String person;
        private final String team;
        private final String cause;

        Table(String from, String time, String at, String person, String team, String cause) {
            this.from = from;
            this.time = time;
            this.at = at;
            this.person = person;
            this.team = team;
            this.cause = cause;
        }

        String from() {
            return from;
        }

        String during() {
            return this == PROMISE
                    ? "x.due_on >= :figureFirst and x.due_on <= :figureLast"
                    : time + " >= :figureFrom and " + time + " < :figureUntil";
        }

        /** The day on which it counts; the zone is put in by {@link Figuring}. */
        String day() {
            return this == PROMISE ? "x.due_on" : "cast(" + time + " at time zone '%ZONE%' as date)";
        }

        String at() {
            return at;
        }

        String person() {
            return person;
        }

        String team() {
            return team;
        }

        String cause() {
            return cause;
        }
    }

    private final Table table;
    private final String condition;
    private final String words;

    Counted(Table table, String condition, String words) {
        this.table = table;
        this.condition = condition;
        this.words = words;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Counted> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
    }

    Table table() {
        return table;
    }

    String condition() {
        return condition;
    }

    String inWords() {
        return words;
    }
}
