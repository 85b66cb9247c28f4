package org.batonrelay.backward;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.batonrelay.baton.Holder;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every question to an earlier runner. */
@Repository
@Transactional
public class CallBacks {

    private static final RowMapper<CallBack> ROWS = RecordRows.of(CallBack.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    CallBacks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public List<CallBack> of(LeadReference reference) {
        return jdbc.sql("select * from call_back where reference = :reference order by asked_at desc, id")
                .param("reference", reference.value())
                .query(ROWS)
                .list();
    }

    CallBack get(String id) {
        return jdbc.sql("select * from call_back where id = :id")
                .param("id", id)
                .query(ROWS)
                .single();
    }

    CallBack ask(LeadReference reference, String by, Holder of, String question) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("insert into call_back (id, reference, asked_by, asked_of, question, asked_at, state)"
                        + " values (:id, :reference, :by, :of, :question, :now, 'open')")
                .param("id", id)
                .param("reference", reference.value())
                .param("by", by)
                .param("of", of.value())
                .param("question", question)
                .param("now", now())
                .update();
        return get(id);
    }

    void expect(String id, Instant closesAt) {
        jdbc.sql("update call_back set closes_at = :at where id = :id")
                .param("at", OffsetDateTime.ofInstant(closesAt, ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** @param by who says so; null where nobody does */
    CallBack settle(String id, CallBack.State state, @Nullable String answer, @Nullable String by) {
        jdbc.sql("update call_back set state = :state, answer = :answer, answered_by = :by, settled_at = :now"
                        + " where id = :id and state = 'open'")
                .param("state", state.id())
                .param("answer", answer)
                .param("by", by)
                .param("now", now())
                .param("id", id)
                .update();
        return get(id);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
