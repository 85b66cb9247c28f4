package org.batonrelay.figures;

import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts in the database: each table once, however many figures of it are asked for. Long because every statement of the
 * page stands here.
 */
@Repository
class Figuring {

    /** How long something took, by where: how many, the middle one, and what nine of ten were no longer than; hours. */
    record Lasting(
            String at,
            long n,
            @Nullable Double median,
            @Nullable Double p90) {}

    record Worth(long leads, @Nullable Long value) {}

    record Closing(LocalDate month, long deals, long value) {}

    private static final String SECONDS = "extract(epoch from (%s))";

    private final JdbcClient jdbc;
    private final Clock clock;

    Figuring(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many of each, by what tells them apart. All of them are of one table. */
    Map<String, Counts> counts(List<Counted> figures, Split by, FigureDays days) {
        return counts(figures, by.column(figures.get(0).table()), by.join(), days);
    }

    /** How many of each, by what a column says. */
    Map<String, Counts> counts(List<Counted> figures, String column, FigureDays days) {
        return counts(figures, column, "", days);
    }

    /** Offers by exchange and day, in one go: the day is the last word. */
    Map<String, Counts> offersByDay(List<Counted> figures, FigureDays days) {
        Counted.Table table = Counted.Table.OFFER;
        return counts(figures, table.at() + " || ' ' || cast(" + table.day() + " as varchar(10))", days);
    }

    private Map<String, Counts> counts(List<Counted> figures, String column, String join, FigureDays days) {
        Counted.Table table = figures.get(0).table();
        StringBuilder sql = new StringBuilder("select x.part");
        for (Counted figure : figures) {
            sql.append(", sum(case when ")
                    .append(figure.condition())
                    .append(" then 1 else 0 end) as ")
                    .append(figure);
        }
        sql.append(" from (")
                .append(parts(table, column, join))
                .append(base(table))
                .append(") x group by x.part");
        Map<String, Counts> found = new TreeMap<>();
        jdbc.sql(zoned(sql.toString(), days)).params(parameters(days)).query(row -> {
            Map<Counted, Long> of = new EnumMap<>(Counted.class);
            for (Counted figure : figures) {
                of.put(figure, row.getLong(figure.name()));
            }
            found.put(row.getString("part"), new Counts(of));
        });
        return found;
    }

    /** From the offer to its acceptance, by exchange. */
    List<Lasting> minutesToAccept(FigureDays days) {
        return lasting(
                "select x.exchange as part, " + SECONDS.formatted("x.settled_at - x.offered_at") + " / 60.0 as took"
                        + " from offer x where x.outcome = 'accepted' and " + Counted.Table.OFFER.during(),
                days);
    }

    /** From the start of a leg to its end, by leg; of those that ended in these days. */
    List<Lasting> hoursOfLegs(FigureDays days) {
        return lasting(
                "select x.leg as part, x.seconds / 3600.0 as took from leg_run x where " + Counted.Table.LEG.during(),
                days);
    }

    private List<Lasting> lasting(String durations, FigureDays days) {
        return jdbc.sql("select part, count(took) as n, percentile_cont(0.5) within group (order by took) as middle,"
                        + " percentile_disc(0.9) within group (order by took) as most from (" + durations + ") d"
                        + " where took is not null group by part order by part")
                .params(parameters(days))
                .query((row, number) -> new Lasting(
                        row.getString("part"),
                        row.getLong("n"),
                        rounded(row.getDouble("middle")),
                        rounded(row.getDouble("most"))))
                .list();
    }

    /** Why, by exchange: the most frequent first. */
    Map<String, Map<String, Long>> causes(Counted figure, FigureDays days) {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        Counted.Table table = figure.table();
        jdbc.sql("select x.part, x.why, count(*) as n from ("
                        + parts(table, table.cause() + " as why, " + table.at(), "") + " and " + figure.condition()
                        + ") x group by x.part, x.why order by 3 desc, x.why")
                .params(parameters(days))
                .query(row -> {
                    found.computeIfAbsent(row.getString("part"), it -> new LinkedHashMap<>())
                            .put(row.getString("why"), row.getLong("n"));
                });
        return found;
    }

    /** What the deals are worth that were won of the leads of these days. */
    Map<String, Worth> won(Split by, FigureDays days) {
        Map<String, Worth> found = new TreeMap<>();
        Counted.Table table = Counted.Table.LEAD;
        jdbc.sql("select x.part, count(*) as n, sum(d.deal_value) as worth from ("
                        + parts(table, by.column(table), by.join())
                        + " and " + Counted.LEADS_WON.condition() + ") x"
                        + " left join deal_terms d on d.reference = x.reference group by x.part")
                .params(parameters(days))
                .query(row -> {
                    boolean unknown = row.getBigDecimal("worth") == null;
                    found.put(
                            row.getString("part"), new Worth(row.getLong("n"), unknown ? null : row.getLong("worth")));
                });
        return found;
    }

    /** The deals that run, by the month in which they are expected to be signed. */
    List<Closing> forecast(LocalDate today) {
        Map<LocalDate, long[]> months = new TreeMap<>();
        jdbc.sql("select d.close_on, count(*) as n, sum(coalesce(d.deal_value, 0)) as worth from deal_terms d"
                        + " join baton b on b.reference = d.reference where b.leg = 'deal' and b.state = 'running'"
                        + " and d.close_on >= :today group by d.close_on")
                .param("today", Date.valueOf(today))
                .query(row -> {
                    long[] month = months.computeIfAbsent(
                            row.getObject("close_on", LocalDate.class).withDayOfMonth(1), it -> new long[2]);
                    month[0] += row.getLong("n");
                    month[1] += row.getLong("worth");
                });
        List<Closing> closing = new ArrayList<>();
        months.forEach((month, sums) -> closing.add(new Closing(month, sums[0], sums[1])));
        return closing;
    }

    /** The leads behind a figure, for {@code b.reference in}. */
    String leadsOf(Counted figure, FigureDays days, String join, String more) {
        Counted.Table table = figure.table();
        return zoned(
                "(select x.reference from " + table.from() + join + " where " + figure.condition() + " and "
                        + table.during() + more + ")",
                days);
    }

    Map<String, Object> parameters(FigureDays days) {
        return Map.of(
                "figureFrom", utc(days.from()),
                "figureUntil", utc(days.until()),
                "figureFirst", days.first(),
                "figureLast", days.last(),
                "figureNow", utc(clock.instant()));
    }

    /** The rows of these days, each with what tells it apart. */
    private static String parts(Counted.Table table, String column, String join) {
        return "select x.*, " + column + " as part from " + table.from() + join + " where " + table.during();
    }

    /** Of a table that other things stand in as well. */
    private static String base(Counted.Table table) {
        return switch (table) {
            case DEPARTURE -> " and " + Counted.DEPARTURES.condition();
            default -> "";
        };
    }

    /** A zone's name holds nothing but letters, digits and a few signs, no quotation mark among them. */
    private static String zoned(String sql, FigureDays days) {
        return sql.replace("%ZONE%", days.zone().getId());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
