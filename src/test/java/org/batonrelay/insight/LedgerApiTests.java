package org.batonrelay.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.batonrelay.Caller;
import org.batonrelay.RunningBaton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerApiTests extends RunningBaton {

    @Autowired
    JdbcClient jdbc;

    @Test
    void pagesThroughTheLedgerWithoutGapOrDouble() {
        long before = last();
        for (int i = 0; i < 501; i++) {
            write("ledger-pages-0001", "website");
        }
        Caller manager = new Caller(port, "manager-1");

        JsonNode first = manager.read(manager.get("/api/ledger?after=" + before));
        JsonNode second = manager.read(
                manager.get("/api/ledger?after=" + first.get("next").asLong()));

        assertThat(first.get("entries")).hasSize(500);
        assertThat(second.get("entries").get(0).get("id").asLong())
                .isGreaterThan(first.get("entries").get(499).get("id").asLong());
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void isCsvForASpreadsheetThatRunsNoFormulas() {
        long before = last();
        write("ledger-csv-0001", "=cmd|'/c calc'!A1");

        HttpResponse<String> answer =
                new Caller(port, "manager-1").get("/api/ledger?after=" + before, "Accept", "text/csv");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body().lines().toList().get(0)).isEqualTo("id,at,reference,type,actor,leg,exchange,detail");
        assertThat(answer.body()).contains("\"'=cmd|", "\"{\"\"contact\"\":\"\"Ann\"\"}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sdr-1", "marketing-1", "website", "partner-1", "process-owner-1"})
    void isForManagersOnly(String user) {
        assertThat(new Caller(port, user).get("/api/ledger").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAnAfterThatIsNoNumber() {
        HttpResponse<String> answer = new Caller(port, "manager-1").get("/api/ledger?after=yesterday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private void write(String reference, String actor) {
        jdbc.sql("insert into ledger (happened_at, reference, type, actor, detail)"
                        + " values (now(), :reference, 'lead.touched', :actor, '{\"contact\":\"Ann\"}')")
                .param("reference", reference)
                .param("actor", actor)
                .update();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(id), 0) from ledger")
                .query(Long.class)
                .single();
    }
}
