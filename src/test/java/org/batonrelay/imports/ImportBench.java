package org.batonrelay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.batonrelay.RunningBaton;
import org.batonrelay.lead.LeadField;
import org.batonrelay.lead.NewLead;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a list takes, and how much memory, beside starting the same relays by the bare engine call. No test, and run
 * by no build; on PostgreSQL, because a database in memory would be measured with it:
 *
 * <pre>./mvnw test -Dtest=ImportBench -Dbaton.test.database=postgresql -Dbench.rows=10000</pre>
 */
class ImportBench extends RunningBaton {

    private static final Logger LOG = LoggerFactory.getLogger(ImportBench.class);
    private static final int ROWS = Integer.getInteger("bench.rows", 10_000);
    private static final int BARE = Integer.getInteger("bench.bare", ROWS);

    private final List<String> figures = new ArrayList<>();

    @Test
    void measures() throws Exception {
        int warm = Math.min(ROWS, 300);
        bring(list("warm", warm), false);
        bare("warm-bare", warm);

        double preview = seconds("preview of " + ROWS + " rows", () -> bring(list("big", ROWS), true));
        double imported = seconds("import of " + ROWS + " rows", () -> bring(list("big", ROWS), false));
        double bare = seconds("bare engine, " + BARE + " relays", () -> bare("bare", BARE));

        figures.add("a row: %.1f ms, a bare relay: %.1f ms, ratio %.2f; preview %.1f ms a row"
                .formatted(
                        imported * 1000 / ROWS,
                        bare * 1000 / BARE,
                        (imported / ROWS) / (bare / BARE),
                        preview * 1000 / ROWS));
        LOG.warn("\n{}", String.join("\n", figures));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private double seconds(String what, Work work) throws IOException, InterruptedException {
        long before = System.nanoTime();
        work.run();
        double seconds = Duration.ofNanos(System.nanoTime() - before).toMillis() / 1000.0;
        figures.add("%s: %.1f s".formatted(what, seconds));
        return seconds;
    }

    /** Reads the answer as it flows, and weighs the heap every tenth of the way. */
    private void bring(String list, boolean preview) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/leads/import?preview=" + preview))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("marketing-1:marketing-1".getBytes()))
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(list))
                .build();
        List<Long> heap = new ArrayList<>();
        int rows = 0;
        try (InputStream answer = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body();
                JsonParser json = new JsonFactory().createParser(answer)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("row")) {
                    rows++;
                    if (rows % Math.max(ROWS / 10, 1) == 0) {
                        heap.add(megabytesInUse());
                    }
                }
            }
        }
        assertThat(rows).isPositive();
        figures.add("  heap in use on the way, MB: " + heap);
    }

    private void bare(String name, int relays) {
        IntStream.range(0, relays)
                .forEach(number -> as("marketing-1", () -> {
                    identity.clearAuthentication();
                    return runtime.createProcessInstanceByKey("relay")
                            .setVariable(
                                    "newLead",
                                    Variables.untypedValue(
                                            NewLead.of(
                                                            "Ann Berg",
                                                            "ann@" + name + number + ".bench.example",
                                                            name + " " + number)
                                                    .with(LeadField.PHONE, "+49 30 1")
                                                    .with(LeadField.COUNTRY, "DE")
                                                    .with(LeadField.LANGUAGE, "de")
                                                    .with(LeadField.SOURCE, "import")
                                                    .with(LeadField.MESSAGE, "We met at the fair."),
                                            true))
                            .execute();
                }));
    }

    private static String list(String name, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(number -> "Ann Berg,ann@" + name + number + ".bench.example," + name + " " + number
                        + ",+49 30 1,DE,de,We met at the fair.\n")
                .collect(Collectors.joining("", "name,email,organisation,phone,country,language,message\n", ""));
    }

    private static long megabytesInUse() {
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return (machine.totalMemory() - machine.freeMemory()) / 1024 / 1024;
    }
}
