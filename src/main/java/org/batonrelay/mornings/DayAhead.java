package org.batonrelay.mornings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.insight.Narrator;
import org.batonrelay.lead.Leads;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody today, read from the engine's tables beside ours. */
@Repository
@Transactional(readOnly = true)
class DayAhead {

    /** More than these are for Tasklist. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final HouseLetters letters;
    private final Clock clock;
    private final String baseUrl;

    /** One thing, and where it is done. */
    public record Line(String organisation, String what, String link) {}

    DayAhead(JdbcClient jdbc, HouseLetters letters, Clock clock, @Value("${baton.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Offers that nobody has claimed, and that this person may take. */
    List<Line> offeredTo(String person, Collection<String> groups, ZoneId zone) {
        return jdbc.sql("""
                        select distinct t.ID_, t.NAME_, t.DUE_DATE_, l.organisation
                        from ACT_RU_TASK t
                        join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                        join lead l on l.reference = e.BUSINESS_KEY_
                        join ACT_RU_IDENTITYLINK k on k.TASK_ID_ = t.ID_ and k.TYPE_ = 'candidate'
                        where t.TASK_DEF_KEY_ = 'takeBaton' and t.ASSIGNEE_ is null
                          and (k.USER_ID_ = :person or k.GROUP_ID_ in (:groups))
                        order by t.DUE_DATE_ limit :most
                        """)
                .param("person", person)
                .param("groups", groups.isEmpty() ? List.of("") : groups)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        organisation(row),
                        takeBy(row.getTimestamp("DUE_DATE_"), zone),
                        letters.task(row.getString("ID_"))))
                .list();
    }

    List<Line> overdue(String person, ZoneId zone) {
        return jdbc.sql("""
                        select t.ID_, t.NAME_, t.DUE_DATE_, l.organisation, v.TEXT_
                        from ACT_RU_TASK t
                        join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                        join lead l on l.reference = e.BUSINESS_KEY_
                        left join ACT_RU_VARIABLE v on v.TASK_ID_ = t.ID_ and v.NAME_ = 'about'
                        where t.ASSIGNEE_ = :person and t.DUE_DATE_ < :now
                        order by t.DUE_DATE_ limit :most
                        """)
                .param("person", person)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .query((row, number) -> new Line(
                        organisation(row),
                        row.getString("NAME_")
                                + (row.getString("TEXT_") == null ? "" : ": " + row.getString("TEXT_"))
                                + ", due since "
                                + WrittenDates.lately(
                                        row.getTimestamp("DUE_DATE_").toInstant(), zone),
                        letters.task(row.getString("ID_"))))
                .list();
    }

    /** Leads that this person holds and that fly a yellow flag. */
    List<Line> yellow(String person) {
        return jdbc.sql(
                        "select b.reference, b.flags, l.organisation from baton b join lead l on l.reference = b.reference"
                                + " where b.holder = :person and b.flags <> '' and b.state = 'running'"
                                + " order by b.holder_since limit :most")
                .param("person", person)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        organisation(row),
                        Arrays.stream(row.getString("flags").split(","))
                                .map(Narrator::flag)
                                .collect(Collectors.joining(", ")),
                        page(row.getString("reference"))))
                .list();
    }

    /** What this person has promised for today, or should have kept before. */
    List<Line> promised(String person, LocalDate today) {
        return jdbc.sql("select p.reference, p.what, p.due_on, l.organisation from promise p"
                        + " join lead l on l.reference = p.reference"
                        + " where p.owner = :person and p.side = 'us' and p.state = 'open' and p.due_on <= :today"
                        + " order by p.due_on limit :most")
                .param("person", person)
                .param("today", today)
                .param("most", MOST)
                .query((row, number) -> new Line(
                        organisation(row),
                        row.getString("what") + ", by " + WrittenDates.day(row.getObject("due_on", LocalDate.class)),
                        page(row.getString("reference"))))
                .list();
    }

    /** What has been found in the calendar of who is away since then: told once, on one line. */
    List<Line> notUnderstood(Instant since) {
        long found = jdbc.sql("select count(*) from absence_trouble where since >= :since")
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return found == 0
                ? List.of()
                : List.of(new Line(
                        "The calendar of who is away",
                        found == 1 ? "one entry is not understood" : found + " entries are not understood",
                        page("days-off")));
    }

    private static String takeBy(@Nullable Timestamp due, ZoneId zone) {
        return due == null
                ? "please take it, or say why not"
                : "please take it by " + WrittenDates.lately(due.toInstant(), zone);
    }

    private String page(String reference) {
        return baseUrl + "/leads/" + reference;
    }

    private static String organisation(ResultSet row) throws SQLException {
        String named = row.getString("organisation");
        return named.isBlank() ? Leads.NO_ORGANISATION : named;
    }
}
