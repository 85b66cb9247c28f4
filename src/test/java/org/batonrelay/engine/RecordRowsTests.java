package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.batonrelay.RunningBaton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows become records, on whichever database the build runs. */
class RecordRowsTests extends RunningBaton {

    enum Sort {
        ONE,
        MAIL_BOUNCED
    }

    record Id(String value) {}

    record Inner(@Nullable String word, int count) {}

    record Row(
            Id id,
            @Nullable Id other,
            Sort sort,
            @Nullable Sort none,
            Set<Sort> sorts,
            Set<Sort> empty,
            Instant happenedAt,
            @Nullable Instant never,
            LocalDate dayOn,
            @Nullable LocalDate noDay,
            boolean flying,
            @Nullable Integer maybe,
            Long much,
            char letter,
            Locale language,
            Inner inner,
            List<String> parsed) {}

    @Autowired
    JdbcClient jdbc;

    @Test
    void readsWhatAColumnHolds() {
        Row row = jdbc.sql("""
                        select 'a' as id, cast(null as varchar(9)) as other, 'one' as sort,
                            cast(null as varchar(9)) as none, 'mail-bounced,one' as sorts, '' as empty,
                            cast('2026-03-04 05:06:07.123456+01:00' as timestamp with time zone) as happened_at,
                            cast(null as timestamp with time zone) as never,
                            cast('2026-03-04' as date) as day_on, cast(null as date) as no_day, true as flying,
                            cast(null as integer) as maybe, cast(7 as bigint) as much, ';' as letter,
                            'de' as language, cast(null as varchar(9)) as word, 3 as how_many, 'x|y' as parsed
                        """)
                .query(RecordRows.of(Row.class)
                        .from("count", "how_many")
                        .reading("parsed", text -> List.of(text.split("\\|"))))
                .single();

        assertThat(row)
                .isEqualTo(new Row(
                        new Id("a"),
                        null,
                        Sort.ONE,
                        null,
                        Set.of(Sort.MAIL_BOUNCED, Sort.ONE),
                        Set.of(),
                        Instant.parse("2026-03-04T04:06:07.123456Z"),
                        null,
                        LocalDate.of(2026, 3, 4),
                        null,
                        true,
                        null,
                        7L,
                        ';',
                        Locale.GERMAN,
                        new Inner(null, 3),
                        List.of("x", "y")));
    }
}
