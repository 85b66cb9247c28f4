package org.batonrelay.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.imports.ImportedRow.Result;
import org.batonrelay.lead.LeadHeadings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/** Marketing's pages for lists of leads: choose a file, look through it, start it, see what became of every row. */
@Controller
class ImportsInBrowser {

    private static final int LATEST = 10;
    private static final List<Result> BAD = List.of(Result.REFUSED, Result.FAILED);

    private final LeadLists lists;
    private final Imports imports;
    private final ImportWork work;
    private final ImportReport report;
    private final BusinessCalendar calendar;

    ImportsInBrowser(
            LeadLists lists, Imports imports, ImportWork work, ImportReport report, BusinessCalendar calendar) {
        this.lists = lists;
        this.imports = imports;
        this.work = work;
        this.report = report;
        this.calendar = calendar;
    }

    /** Sets the cookie of the forms' token before the page is written: once it flows, no header can be added. */
    @ModelAttribute
    void prepareForms(@Nullable CsrfToken token) {
        if (token != null) {
            token.getToken();
        }
    }

    @GetMapping(path = "/leads/import", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView choose() {
        return choose(HttpStatus.OK, null);
    }

    @PostMapping("/leads/import")
    ResponseEntity<Void> receive(HttpServletRequest request, Principal caller) throws IOException {
        try (ListUpload.Sent sent = ListUpload.of(request)) {
            LeadImport made = lists.keep(lists.openAnyhow(sent.file()), sent.name(), caller.getName());
            return to(made.id());
        }
    }

    @GetMapping(path = "/leads/import/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView look(@PathVariable String id, @RequestParam(defaultValue = "0") int after) {
        LeadImport made = imports.find(id).orElse(null);
        if (made == null) {
            return choose(HttpStatus.NOT_FOUND, "There is no such list any more. Bring it in again.");
        }
        ImportView view = ImportView.of(
                made,
                imports.counts(id, "expected"),
                imports.counts(id, "result"),
                imports.rows(id, List.of(Result.values()), after, ImportView.PAGE),
                imports.rows(id, BAD, 0, ImportView.PAGE),
                calendar.zone("marketing"));
        return new ModelAndView("lead/import-list", Map.of("list", view, "fields", LeadHeadings.FIELDS));
    }

    @PostMapping("/leads/import/{id}/start")
    ResponseEntity<Void> start(@PathVariable String id, @RequestParam(defaultValue = "false") boolean writeToThem) {
        work.startInBackground(id, writeToThem);
        return to(id);
    }

    /** Reads the list anew, each column as chosen: {@code column0}, {@code column1}, … name the fields. */
    @PostMapping("/leads/import/{id}/columns")
    ResponseEntity<Void> assign(@PathVariable String id, @RequestParam Map<String, String> chosen) {
        LeadImport made = imports.find(id).orElse(null);
        if (made != null) {
            List<@Nullable String> readAs = new ArrayList<>();
            for (int i = 0; i < made.headings().size(); i++) {
                readAs.add(chosen.get("column" + i));
            }
            lists.assign(id, readAs);
        }
        return to(id);
    }

    @PostMapping("/leads/import/{id}/again")
    ResponseEntity<Void> tryAgain(@PathVariable String id) {
        work.tryAgain(id);
        return to(id);
    }

    @PostMapping("/leads/import/{id}/discard")
    ResponseEntity<Void> discard(@PathVariable String id) {
        return imports.discard(id) ? seeOther("/leads/import") : to(id);
    }

    @GetMapping("/leads/import/{id}/report.csv")
    void report(@PathVariable String id, @RequestParam(defaultValue = "all") String only, HttpServletResponse response)
            throws IOException {
        LeadImport made = imports.find(id).orElse(null);
        if (made == null) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        boolean bad = only.equals("bad");
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                (bad ? "not-taken-" : "report-")
                                        + made.fileName().replaceAll("\\.[A-Za-z]{1,4}$", "") + ".csv",
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (Writer to = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            report.write(made, bad ? BAD : List.of(Result.values()), to);
        }
    }

    @ExceptionHandler
    ModelAndView on(UnreadableList list) {
        return choose(HttpStatus.BAD_REQUEST, list.inWords());
    }

    @ExceptionHandler
    ModelAndView on(MaxUploadSizeExceededException tooLarge) {
        return choose(HttpStatus.PAYLOAD_TOO_LARGE, ListFile.tooLarge().inWords());
    }

    private ModelAndView choose(HttpStatus status, @Nullable String refused) {
        ModelAndView page = new ModelAndView("lead/import", status);
        page.addObject("refused", refused);
        page.addObject("mostRows", ListReader.MOST_ROWS);
        page.addObject("mostMegabytes", ListFile.LARGEST / 1024 / 1024);
        page.addObject(
                "latest",
                imports.latest(LATEST).stream()
                        .map(it ->
                                ImportView.Line.of(it, imports.counts(it.id(), "result"), calendar.zone("marketing")))
                        .toList());
        return page;
    }

    private static ResponseEntity<Void> to(String id) {
        return seeOther("/leads/import/" + id);
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
