package org.batonrelay.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.imports.ImportedRow.Result;
import org.batonrelay.lead.NewLead;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists of leads that were brought in, with all their rows. Long because a row is read and written in many ways. */
@Repository
@Transactional
class Imports {

    private static final Duration KEPT_UNSTARTED = Duration.ofDays(7);
    private static final Duration KEPT_DONE = Duration.ofDays(90);
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final RowMapper<ImportedRow> rows;
    private final Clock clock;

    Imports(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.rows = RecordRows.of(ImportedRow.class)
                .from("number", "row_number")
                .reading("cells", text -> parse(text, TEXTS))
                .reading("lead", text -> parse(text, new TypeReference<NewLead>() {}));
        this.clock = clock;
    }

    void add(LeadImport made) {
        jdbc.sql("insert into lead_import (id, file_name, charset, delimiter, headings, read_as, left_out, state,"
                        + " made_by, made_at)"
                        + " values (:id, :name, :charset, :delimiter, :headings, :readAs, :leftOut, :state, :by, :at)")
                .param("id", made.id())
                .param("name", made.fileName())
                .param("charset", made.charset())
                .param("delimiter", String.valueOf(made.delimiter()))
                .param("headings", write(made.headings()))
                .param("readAs", write(made.readAs()))
                .param("leftOut", made.leftOut())
                .param("state", made.state().id())
                .param("by", made.madeBy())
                .param("at", utc(made.madeAt()))
                .update();
    }

    void add(String id, List<ImportedRow> rows) {
        batches.batchUpdate(
                "insert into lead_import_row (import_id, row_number, cells, lead, expected, result, reference, why)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            id,
                            row.number(),
                            write(row.cells()),
                            row.lead() == null ? null : write(row.lead()),
                            row.expected().id(),
                            row.result().id(),
                            row.reference(),
                            row.why()
                        })
                        .toList());
    }

    @Transactional(readOnly = true)
    public Optional<LeadImport> find(String id) {
        return jdbc.sql("select * from lead_import where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<LeadImport> latest(int most) {
        return jdbc.sql("select * from lead_import order by made_at desc, id fetch first " + most + " rows only")
                .query(this::read)
                .list();
    }

    /** How many rows have become what, or will, by the preview, as long as they wait. */
    @Transactional(readOnly = true)
    public Map<Result, Integer> counts(String id, String column) {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        String what = column.equals("expected") ? "expected" : "result";
        jdbc.sql("select " + what + ", count(*) from lead_import_row where import_id = :id group by " + what)
                .param("id", id)
                .query(row -> {
                    counts.put(Result.of(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Some of its rows, in order; of all results when none is named. */
    @Transactional(readOnly = true)
    public List<ImportedRow> rows(String id, List<Result> results, int after, int most) {
        return jdbc.sql("select * from lead_import_row where import_id = :id and row_number > :after"
                        + " and result in (:results) order by row_number fetch first " + most + " rows only")
                .param("id", id)
                .param("after", after)
                .param("results", results.stream().map(Result::id).toList())
                .query(rows)
                .list();
    }

    /** Every row that has come to one of these results, in order, without having them all in memory. */
    public void each(String id, List<Result> results, Consumer<ImportedRow> taker) {
        int after = 0;
        for (List<ImportedRow> some = rows(id, results, after, 500);
                !some.isEmpty();
                some = rows(id, results, after, 500)) {
            some.forEach(taker);
            after = some.get(some.size() - 1).number();
        }
    }

    /** The row as it is now; whoever else wants to work on it waits until the caller's transaction ends. */
    ImportedRow lock(String id, int number) {
        return jdbc.sql("select * from lead_import_row where import_id = :id and row_number = :number for update")
                .param("id", id)
                .param("number", number)
                .query(rows)
                .single();
    }

    void settle(String id, ImportedRow row) {
        jdbc.sql("update lead_import_row set result = :result, reference = :reference, why = :why"
                        + " where import_id = :id and row_number = :number")
                .param("result", row.result().id())
                .param("reference", row.reference())
                .param("why", row.why())
                .param("id", id)
                .param("number", row.number())
                .update();
    }

    /** @return whether it was waiting to be started */
    boolean start(String id, boolean writeToThem) {
        return jdbc.sql("update lead_import set state = 'running', started_at = :now, write_to_them = :write"
                                + " where id = :id and state = 'previewed'")
                        .param("now", utc(clock.instant()))
                        .param("write", writeToThem)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return whether it was still waiting to be started; whoever starts it waits for the caller's transaction */
    boolean assign(String id, List<@Nullable String> readAs) {
        return jdbc.sql("update lead_import set read_as = :readAs where id = :id and state = 'previewed'")
                        .param("readAs", write(readAs))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What would become of rows that nobody has begun with. */
    void renew(String id, List<ImportedRow> rows) {
        batches.batchUpdate(
                "update lead_import_row set lead = ?, expected = ?, result = ?, reference = ?, why = ?"
                        + " where import_id = ? and row_number = ?",
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            row.lead() == null ? null : write(row.lead()),
                            row.expected().id(),
                            row.result().id(),
                            row.reference(),
                            row.why(),
                            id,
                            row.number()
                        })
                        .toList());
    }

    /** The rows that went wrong here wait again. */
    boolean tryAgain(String id) {
        jdbc.sql(
                        "update lead_import_row set result = 'waiting', why = null where import_id = :id and result = 'failed'")
                .param("id", id)
                .update();
        return jdbc.sql(
                                "update lead_import set state = 'running', finished_at = null where id = :id and state = 'done'")
                        .param("id", id)
                        .update()
                == 1;
    }

    void finish(String id) {
        jdbc.sql("update lead_import set state = 'done', finished_at = :now where id = :id and state = 'running'")
                .param("now", utc(clock.instant()))
                .param("id", id)
                .update();
    }

    /** @return whether there was one that had not been started */
    boolean discard(String id) {
        boolean unstarted =
                find(id).filter(it -> it.state() == LeadImport.State.PREVIEWED).isPresent();
        if (unstarted) {
            delete("id = :id", Map.of("id", id));
        }
        return unstarted;
    }

    /** Lists hold people's names: they go once nobody needs them any more. */
    void forgetOld() {
        delete(
                "(state = 'previewed' and made_at < :unstarted) or (state = 'done' and finished_at < :done)",
                Map.of(
                        "unstarted", utc(clock.instant().minus(KEPT_UNSTARTED)),
                        "done", utc(clock.instant().minus(KEPT_DONE))));
    }

    private void delete(String which, Map<String, ?> params) {
        jdbc.sql("delete from lead_import_row where import_id in (select id from lead_import where " + which + ")")
                .params(params)
                .update();
        jdbc.sql("delete from lead_import where " + which).params(params).update();
    }

    private LeadImport read(ResultSet row, int number) throws SQLException {
        List<String> headings = parse(row.getString("headings"), TEXTS);
        String readAs = row.getString("read_as");
        String leftOut = row.getString("left_out");
        return new LeadImport(
                row.getString("id"),
                row.getString("file_name"),
                row.getString("charset"),
                row.getString("delimiter").charAt(0),
                headings,
                readAs == null ? ListedLead.columns(headings).readAs() : parse(readAs, TEXTS),
                row.getBoolean("write_to_them"),
                leftOut == null ? "" : leftOut,
                LeadImport.State.of(row.getString("state")),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows can be written as JSON", e);
        }
    }

    private <T> T parse(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows were written as JSON", e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
