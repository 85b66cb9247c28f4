package org.batonrelay.baton;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leads that an administrator has put on hold, and from when until when nothing of them counted. */
@Component
public class OnHold {

    private static final String OF_ONE = "select held_since, went_on_at from lead_on_hold where reference = :reference";

    private static final RowMapper<BusinessCalendar.Pause> PAUSES = RecordRows.of(BusinessCalendar.Pause.class)
            .from("from", "held_since")
            .from("until", "went_on_at");

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final Clock clock;

    OnHold(JdbcClient jdbc, BusinessCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    public boolean isHeld(LeadReference reference) {
        return jdbc.sql(OF_ONE + " and went_on_at is null")
                .param("reference", reference.value())
                .query((row, number) -> row.getString(1))
                .optional()
                .isPresent();
    }

    public List<LeadReference> all() {
        return jdbc.sql("select reference from lead_on_hold where went_on_at is null order by held_since, reference")
                .query((row, number) -> new LeadReference(row.getString(1)))
                .list();
    }

    public void hold(LeadReference reference, String by) {
        jdbc.sql("insert into lead_on_hold (reference, held_since, held_by) values (:reference, :now, :by)")
                .param("reference", reference.value())
                .param("now", now())
                .param("by", by)
                .update();
    }

    /** @return how long it stood still; empty where it did not */
    public Optional<BusinessCalendar.Pause> letGo(LeadReference reference) {
        if (!isHeld(reference)) {
            return Optional.empty();
        }
        jdbc.sql("update lead_on_hold set went_on_at = :now where reference = :reference and went_on_at is null")
                .param("now", now())
                .param("reference", reference.value())
                .update();
        return ended(reference).stream().reduce((earlier, later) -> later);
    }

    /** Since when something has lasted, were there no holds in between. */
    public Instant without(LeadReference reference, Instant since, String team) {
        Instant moved = since;
        for (BusinessCalendar.Pause pause : ended(reference)) {
            if (pause.until().isAfter(moved)) {
                moved = calendar.after(pause, moved, "business", team);
            }
        }
        return moved;
    }

    private List<BusinessCalendar.Pause> ended(LeadReference reference) {
        return jdbc.sql(OF_ONE + " and went_on_at is not null order by held_since")
                .param("reference", reference.value())
                .query(PAUSES)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
