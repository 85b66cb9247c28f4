package org.batonrelay.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.batonrelay.Caller;
import org.batonrelay.HouseDay;
import org.batonrelay.RunningBaton;
import org.batonrelay.lead.Lead;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C4: lists of leads, brought in by a program or by the page. */
class ImportTests extends RunningBaton {

    private static final String API = "/api/leads/import";
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String NEXT_YEAR = HouseDay.today().plusYears(1).toString();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    Leads leads;

    @Autowired
    ImportWork work;

    @Autowired
    LeadLists lists;

    private ListCaller marketing;

    @BeforeEach
    void marketingComes() {
        marketing = new ListCaller(port, "marketing-1");
    }

    @AfterEach
    void nothingOfThisStays() {
        errands().forEach(job -> management.deleteJob(job.getId()));
    }

    @Test
    void c4_startsWhatIsNewMatchesWhatIsDoubleAndLeavesOutWhatIsBad() {
        String list = aThousandRows();

        JsonNode told = marketing.read(marketing.post(API, list));

        assertThat(told.get("started").asInt()).isEqualTo(940);
        assertThat(told.get("matched").asInt()).isEqualTo(50);
        assertThat(told.get("refused").asInt()).isEqualTo(10);
        assertThat(told.get("rows")).hasSize(1000);
        assertThat(relays("c-four-")).isEqualTo(940);
        assertThat(count("lead where domain like '%.c-four.example'")).isEqualTo(940);
        assertThat(count("contact where name like 'Bad %'")).isZero();
        List<String> errors =
                marketing.get(told.get("errorFile").asText()).body().lines().toList();
        assertThat(errors).hasSize(11);
        assertThat(errors.get(0)).contains("\"Why\"", "\"Company\"");
        assertThat(errors.get(1)).contains("The e-mail address is not one").contains("Bad 0");

        long entries = count("ledger");
        JsonNode again = marketing.read(marketing.post(API, list));

        assertThat(again.get("started").asInt()).isZero();
        assertThat(again.get("matched").asInt()).isEqualTo(990);
        assertThat(relays("c-four-")).isEqualTo(940);
        assertThat(count("ledger")).isEqualTo(entries);
    }

    /** 940 organisations, 30 of their people twice and 20 colleagues, 10 bad rows; nobody is called before next year. */
    private static String aThousandRows() {
        String rows = IntStream.range(0, 940)
                .mapToObj(n -> row("Ann " + n, "ann@a" + n + ".c-four.example", "C Four " + n))
                .collect(Collectors.joining());
        String people = IntStream.range(0, 30)
                .mapToObj(n -> row("Ann " + n, "Ann+fair@A" + n + ".c-four.example", "C Four"))
                .collect(Collectors.joining());
        String colleagues = IntStream.range(0, 20)
                .mapToObj(n -> row("Bob " + n, "bob@a" + n + ".c-four.example", "C Four"))
                .collect(Collectors.joining());
        String bad = IntStream.range(0, 10)
                .mapToObj(n -> row("Bad " + n, "nobody at c-four.example", "C Four"))
                .collect(Collectors.joining());
        return "Name,E-Mail,Company,Contact not before\n" + rows + people + colleagues + bad;
    }

    private static String row(String name, String email, String organisation) {
        return name + "," + email + "," + organisation + "," + NEXT_YEAR + "\n";
    }

    @Test
    void tellsInAPreviewWhatWouldBecomeOfEachRowAndDoesNothing() {
        marketing.post(API, "name,email,organisation\nAnn,ann@known-preview.example,Known Preview\n");
        long before = traces();

        JsonNode told = marketing.read(marketing.post(API + "?preview=true", """
                name,email,organisation
                Bob,bob@known-preview.example,Known Preview
                Eve,eve@new-preview.example,New Preview
                Eva,eva@new-preview.example,New Preview
                ,nobody,
                """));

        assertThat(told.get("rows").findValuesAsText("result"))
                .containsExactly("matched", "started", "matched", "refused");
        assertThat(told.get("rows").get(0).get("reference").asText()).isEqualTo("known-preview-0001");
        assertThat(told.get("rows").get(2).get("why").asText()).isEqualTo("The same mail domain as in row 3.");
        assertThat(told.get("rows").get(3).get("why").asText())
                .isEqualTo("The name is missing. The e-mail address is not one, such as anna@acme.com. The organisation"
                        + " is missing.");
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void holdsALeadUntilItsDate() {
        JsonNode told = marketing.read(marketing.post(
                API,
                "name;email;organisation;Anrufen ab\nAnn;ann@later-list.example;Later List;"
                        + HouseDay.today().plusMonths(3).format(DateTimeFormatter.ofPattern("dd.MM.yyyy"))
                        + "\n"));

        String reference = told.get("rows").get(0).get("reference").asText();
        assertThat(leads.get(new LeadReference(reference)).contactNotBefore())
                .isEqualTo(HouseDay.today().plusMonths(3));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .activityIdIn("waitUntilContactDate")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void recordsWhoBroughtItInAndWhereItCameFrom() {
        JsonNode told =
                marketing.read(marketing.post(API, "name,email,organisation\nAnn,ann@by-list.example,By List\n"));

        LedgerEntry captured = ledger
                .of(new LeadReference(told.get("rows").get(0).get("reference").asText()))
                .stream()
                .filter(it -> it.type() == EntryType.LEAD_CAPTURED)
                .findFirst()
                .orElseThrow();
        assertThat(captured.actor()).isEqualTo("marketing-1");
        assertThat(captured.detail()).containsEntry("source", "import");
    }

    @Test
    void readsWhatExcelWritesInGermany() {
        byte[] list =
                "Vorname;Nachname;E-Mail-Adresse;Firma;Land\r\nJörg;Müßig;joerg@muessig.example;Müßig & Söhne;Österreich\r\n"
                        .getBytes(WESTERN);

        JsonNode told = marketing.read(marketing.postForm(API, "Messe.csv", list));

        assertThat(told.get("charset").asText()).isEqualTo("windows-1252");
        assertThat(told.get("delimiter").asText()).isEqualTo(";");
        assertThat(lead(told, 0).organisation()).isEqualTo("Müßig & Söhne");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsUnicodeWithAByteOrderMark(String charset) {
        String list =
                "\uFEFFname\temail\torganisation\nZoë\tzoe@" + charset.toLowerCase() + ".bom.example\tŻubr 株式会社\n";

        JsonNode told = marketing.read(marketing.post(API, list.getBytes(Charset.forName(charset))));

        assertThat(told.get("charset").asText()).isEqualTo(charset);
        assertThat(told.get("delimiter").asText()).isEqualTo("\t");
        assertThat(lead(told, 0).organisation()).isEqualTo("Żubr 株式会社");
    }

    @Test
    void readsUtf16WithoutAByteOrderMark() {
        byte[] list = "name,email,organisation\nAnn,ann@utf16.example,No Mark\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(marketing
                        .read(marketing.post(API + "?preview=true", list))
                        .get("charset")
                        .asText())
                .isEqualTo("UTF-16LE");
    }

    @Test
    void readsUtf32AndCellsBetweenBars() {
        byte[] list = "\uFEFFname|email|organisation\nAnn|ann@bars.example|\"Bars | Co\"\n"
                .getBytes(java.nio.charset.Charset.forName("UTF-32LE"));

        JsonNode told = marketing.read(marketing.post(API, list));

        assertThat(told.get("charset").asText()).isEqualTo("UTF-32");
        assertThat(told.get("delimiter").asText()).isEqualTo("|");
        assertThat(lead(told, 0).organisation()).isEqualTo("Bars | Co");
    }

    @Test
    void keepsAFormulaAsTextAndWritesItBackWhereNoSpreadsheetRunsIt() {
        String formula = "=HYPERLINK(\"\"https://bad.example\"\",\"\"click\"\")";

        JsonNode told = marketing.read(marketing.post(
                API,
                "name,email,organisation,phone,needs\n\"" + formula + "\",ann@formula.example,@Formula,+49 30 1,-1\n\""
                        + formula + "\",none,Formula,'+49 30 1,\n"));

        assertThat(lead(told, 0).organisation()).isEqualTo("@Formula");
        assertThat(jdbc.sql("select name from contact where domain = 'formula.example'")
                        .query(String.class)
                        .single())
                .startsWith("=HYPERLINK");
        String report = marketing.get(told.get("report").asText()).body();
        assertThat(report)
                .contains("\"'=HYPERLINK(", "\"'@Formula\"", "\"'+49 30 1\"", "\"'-1\"")
                .doesNotContain("\"=", "\"@", "\"+", "\"-");
    }

    @Test
    void readsAMendedErrorFileBackAsItIs() {
        JsonNode told = marketing.read(marketing.post(
                API, "Name,Mail,Company,Phone\nAnn,ann@mended.example,Mended,+49 30 1\nBob,bob,Mended Too,+49 30 2\n"));
        String errors = marketing.get(told.get("errorFile").asText()).body();

        JsonNode mended = marketing.read(marketing.post(API, errors.replace("\"bob\"", "\"bob@mended-too.example\"")));

        assertThat(mended.get("started").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select phone from contact where domain = 'mended-too.example'")
                        .query(String.class)
                        .single())
                .isEqualTo("+49 30 2");
    }

    @Test
    void refusesAListThatItCannotReadAsAWholeAndSaysWhere() {
        refused("", "empty");
        refused("\n\n", "first row is empty");
        refused("name,email,organisation\n", "no row below");
        refused("Kunde;Strasse\nAnn;Weg 1\n", "none for", "\"Kunde\", \"Strasse\"");
        refused("name,email,organisation\nA,a@b.example,C\nB,\"b@b.example,C\n", "Row 3", "never closed");
        refused("name,email,organisation\nA,\"a\" b,C\n", "Row 2", "quotation mark");
        refused("name,email,organisation\n" + "x".repeat(300_000) + ",a@b.example,C\n", "Row 2", "longer than");
        refused("name,email,organisation\nA\0B,a@b.example,C\n", "no text file");
        refused("PK\u0003\u0004rest", "Excel workbook");
    }

    @Test
    void refusesAHundredThousandRowsAndMoreThanTwentyMegabytes() {
        String rows = IntStream.range(0, 100_000)
                .mapToObj(n -> "Ann,ann@row" + n + ".example,Row " + n + "\n")
                .collect(Collectors.joining());
        refused("name,email,organisation\n" + rows, "more than 20,000 rows", "Split it");

        refused("name,email,organisation\n" + "x".repeat(21 * 1024 * 1024), "larger than 20 MB");
        HttpResponse<String> form = marketing.postForm(API, "large.csv", new byte[23 * 1024 * 1024]);
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("larger than 20 MB");
        HttpResponse<String> page = marketing.choose("large.csv", new byte[23 * 1024 * 1024]);
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.body()).contains("larger than 20 MB");
    }

    private void refused(String list, String... saying) {
        long before = traces();
        HttpResponse<String> answer = marketing.post(API, list);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(marketing.read(answer).get("detail").asText())
                .contains(saying)
                .endsWith("Nothing was done.");
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void saysOfEveryBadRowWhatIsWrongWithIt() {
        JsonNode told = marketing.read(marketing.post(API + "?preview=true", """
                name,email,organisation,contactNotBefore,wantsContact,language
                Ann,ann@x.example,X,01/02/2027,,
                Ann,ann@x.example,X,,perhaps,
                Ann,ann@x.example,X,,,Deutsch bitte
                %s,ann@x.example,X,,,
                Ann,ann@x.example,X,,,,too,wide
                """.formatted("x".repeat(300))));

        assertThat(told.get("rows").findValuesAsText("why"))
                .satisfiesExactly(
                        why -> assertThat(why).contains("24.12.2026"),
                        why -> assertThat(why).contains("neither yes nor no"),
                        why -> assertThat(why).contains("code such as de"),
                        why -> assertThat(why).contains("longer than 200"),
                        why -> assertThat(why).contains("more cells"));
    }

    @Test
    void isForMarketingAndManagersOnly() {
        String list = "name,email,organisation\nAnn,ann@closed.example,Closed\n";

        assertThat(new ListCaller(port, "sdr-1").post(API, list).statusCode()).isEqualTo(403);
        assertThat(new ListCaller(port, "website").post(API, list).statusCode()).isEqualTo(403);
        assertThat(new ListCaller(port, "sdr-1").get("/leads/import").statusCode())
                .isEqualTo(403);
        assertThat(new ListCaller(port, "manager-1")
                        .post(API + "?preview=true", list)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsOnItsPageWhatWouldHappenStartsItAndReports() {
        String page = chosen("fair.csv", """
                Name,E-Mail,Company,Shoe size
                Ann <b>,ann@page-list.example,Page List,38
                Bob,bob@page-list.example,Page List,39
                Eve,nobody,Nowhere,40
                """);

        String preview = marketing.get(page).body();
        assertThat(preview)
                .contains("would start", "Ann &lt;b&gt;", "The same mail domain as in row 2.", "Start 2 rows")
                .contains("Not read:", "Shoe size")
                .contains("The e-mail address is not one, such as anna@acme.com.")
                .doesNotContain("<b>,");
        assertThat(relays("page-list-")).isZero();

        press(page, "start");
        assertThat(marketing.get(page).body()).contains("0 of 2 rows are done", "http-equiv=\"refresh\"");
        errands().forEach(job -> management.executeJob(job.getId()));

        String report = marketing.get(page).body();
        assertThat(report).contains("page-list-0001", "Download the bad row").doesNotContain("refresh\"");
        assertThat(relays("page-list-")).isEqualTo(1);
        assertThat(marketing.get(page + "/report.csv?only=bad").body().lines()).hasSize(2);
        assertThat(marketing.get("/leads/import").body()).contains("fair.csv");
    }

    @Test
    void goesOnWhereItWasWhenItIsStoppedInTheMiddle() {
        String page = chosen(
                "stopped.csv", "name,email,organisation\nA,a@stop-a.example,Stop A\nB,b@stop-b.example,Stop B\n");
        press(page, "start");
        String id = page.substring(page.lastIndexOf('/') + 1);
        jdbc.sql("update lead_import_row set result = 'started' where import_id = :id and row_number = 2")
                .param("id", id)
                .update();

        work.run(id);
        work.run(id);

        assertThat(relays("stop-a-")).isZero();
        assertThat(relays("stop-b-")).isEqualTo(1);
        assertThat(jdbc.sql("select state from lead_import where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("done");
    }

    @Test
    void startsNothingThatWasDiscarded() {
        String page = chosen("gone.csv", "name,email,organisation\nA,a@gone.example,Gone\n");

        press(page, "discard");

        assertThat(marketing.get(page).statusCode()).isEqualTo(404);
        assertThat(errands()).isEmpty();
    }

    @Test
    void captureL1_aListWithTwoColumnsForOneThingIsTaken() {
        JsonNode told = marketing.read(marketing.post(
                API, "name,email,firma,company,Phone,Mobile\nA,a@two-columns.example,,Two Columns,,+49 170 1\n"));

        assertThat(told.get("started").asInt()).isEqualTo(1);
        assertThat(lead(told, 0).organisation()).isEqualTo("Two Columns");
        String page =
                chosen("two.csv", "name,email,firma,Phone,Mobile\nA,a@two-more.example,Two More,+49 30 1,+49 170 1\n");
        assertThat(marketing.get(page).body()).contains("&quot;Mobile&quot; only where &quot;Phone&quot; is empty");
    }

    @Test
    void captureL2_everyColumnCanBeAssignedOnThePageBeforeTheStart() {
        String page = chosen(
                "odd.csv", "Kunde;Haus;Anschrift (el.);Bem.\nAnn Odd;Odd House;ann@odd-house.example;call soon\n");
        String before = marketing.get(page).body();
        assertThat(before)
                .contains("No column is read as", "name=\"column2\"", "Anschrift (el.)", "ann@odd-house.example")
                .doesNotContain("Start 1 row");

        press(
                page,
                "columns",
                Map.of("column0", "name", "column1", "organisation", "column2", "email", "column3", "note"));
        assertThat(marketing.get(page).body())
                .contains("Start 1 row", "Ann Odd, Odd House")
                .containsPattern("<option value=\"email\"[^>]* selected");
        press(page, "start", Map.of());
        errands().forEach(job -> management.executeJob(job.getId()));

        assertThat(relays("odd-house-")).isEqualTo(1);
        lists.assign(page.substring(page.lastIndexOf('/') + 1), List.of("email"));
        assertThat(marketing.get(page).body()).contains("odd-house-0001");
    }

    @Test
    void captureL2_aColumnCannotBeReadAsWhatIsNoField() {
        String page = chosen("bad-field.csv", "name,email,organisation\nA,a@bad-field.example,Bad Field\n");

        HttpResponse<String> answer =
                new Caller(port, "marketing-1").submit(page, page + "/columns", Map.of("column0", "shoeSize"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("there is no such field");
        assertThat(marketing.get(page).body()).contains("Start 1 row");
    }

    @Test
    void captureL3_thePreviewShowsTheDateThatItRead() {
        String page = chosen("dates.csv", "name;email;organisation;Kontakt ab\nA;a@dated.example;Dated;24.12.26\n");
        assertThat(marketing.get(page).body()).contains("nobody calls before Thu 24 Dec 2026");
    }

    @Test
    void captureL5_aNumberThatWasCutShortIsLeftOutAndSaidSo() {
        JsonNode told = marketing.read(marketing.post(
                API, "name;email;organisation;phone\nA;mailto:a@cut-number.example;Cut Number;4.91701E+11\n"));

        assertThat(told.get("started").asInt()).isEqualTo(1);
        assertThat(told.get("rows").get(0).get("why").asText()).contains("cut short by a spreadsheet");
    }

    @Test
    void captureL6_whatStandsAboveAndBelowTheListIsSaidToBeUnread() {
        JsonNode told = marketing.read(marketing.post(
                API + "?preview=true",
                "Fair, Berlin\n\nname;email;organisation\nA;a@above.example;Above\n\nTotal: 1\n"));

        assertThat(told.get("rows")).hasSize(1);
        assertThat(told.get("rows").get(0).get("row").asInt()).isEqualTo(4);
        assertThat(told.get("leftOut").asText()).contains("Fair, Berlin", "Total: 1");
    }

    @Test
    void captureL7_onlyWhoHasWrittenIsThanked() {
        String list = "name,email,organisation,message,notes\n"
                + "Ann,ann@greeted%1$s-a.example,Greeted%1$s A,Please call me,\n"
                + "Bob,bob@greeted%1$s-b.example,Greeted%1$s B,,met at the fair\n";
        marketing.post(API, list.formatted(1));
        acknowledge("greeted1-");
        assertThat(subjectsTo("ann@greeted1-a.example")).anyMatch(it -> it.contains("we have your message"));
        assertThat(subjectsTo("bob@greeted1-b.example")).isEmpty();

        String page = chosen("greeted.csv", list.formatted(2));
        assertThat(marketing.get(page).body()).contains("Write to them");
        press(page, "start", Map.of("writeToThem", "true"));
        errands().forEach(job -> management.executeJob(job.getId()));
        acknowledge("greeted2-");
        assertThat(subjectsTo("ann@greeted2-a.example")).anyMatch(it -> it.contains("we have your message"));
        assertThat(subjectsTo("bob@greeted2-b.example"))
                .anyMatch(it -> it.contains("may we introduce ourselves"))
                .noneMatch(it -> it.contains("message"));
    }

    @Test
    void captureL8_aGermanRemarkOrCountryMakesTheMailsGerman() {
        marketing.post(
                API,
                "name,email,organisation,country,message\nAnn,ann@tongue-a.example,Tongue A,,Wir hätten gern ein Angebot\n"
                        + "Bob,bob@tongue-b.example,Tongue B,Germany,\nCy,cy@tongue-c.example,Tongue C,,\n");

        assertThat(jdbc.sql("select language from contact where domain like 'tongue-_.example' order by domain")
                        .query(String.class)
                        .list())
                .containsExactly("de", "de", "en");
    }

    @Test
    void peopleP22_oneRowIsOneRow() {
        String page = chosen("one.csv", "name,email,organisation\nA,a@one-row.example,One Row\n");
        assertThat(marketing.get(page).body()).contains("1 row, ").doesNotContain("1 rows");
        assertThat(marketing.get("/leads/import").body()).doesNotContain("1 rows");
        press(page, "start", Map.of());
        assertThat(marketing.get(page).body()).contains("0 of 1 row is done");
    }

    private void acknowledge(String keysBegin) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("relay")
                .processInstanceBusinessKeyLike(keysBegin + "%")
                .list()
                .forEach(relay -> fire(relay.getBusinessKey(), "acknowledgeLead"));
    }

    private List<String> subjectsTo(String address) {
        return mailbox.of(address).stream().map(it -> it.subject()).toList();
    }

    private String chosen(String name, String list) {
        HttpResponse<String> answer = marketing.choose(name, list.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void press(String page, String button) {
        press(page, button, Map.of());
    }

    private void press(String page, String button, Map<String, String> values) {
        HttpResponse<String> answer = new Caller(port, "marketing-1").submit(page, page + "/" + button, values);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private List<Job> errands() {
        return management.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .filter(job -> ((JobEntity) job).getJobHandlerConfigurationRaw().startsWith(ImportWork.NAME.value()))
                .toList();
    }

    private Lead lead(JsonNode told, int row) {
        return leads.get(
                new LeadReference(told.get("rows").get(row).get("reference").asText()));
    }

    private long relays(String keysBegin) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("relay")
                .processInstanceBusinessKeyLike(keysBegin + "%")
                .count();
    }

    private long traces() {
        return count("lead") + count("ledger") + count("contact") + count("lead_import") + count("lead_import_row");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
