package org.batonrelay.board;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.batonrelay.insight.Viewer;
import org.batonrelay.team.People;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list that is shown, as CSV and as a workbook: all of its pages. */
@Controller
class LeadExports {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LeadTable table;
    private final LeadBoard board;
    private final People people;
    private final FigureLeads figures;

    LeadExports(LeadTable table, LeadBoard board, People people, FigureLeads figures) {
        this.table = table;
        this.board = board;
        this.people = people;
        this.figures = figures;
    }

    @GetMapping(path = "/leads.csv")
    void csvFile(
            @RequestParam MultiValueMap<String, String> parameters, Authentication login, HttpServletResponse response)
            throws IOException {
        csv(parameters, login, response);
    }

    @GetMapping(path = "/leads.xlsx")
    void xlsxFile(
            @RequestParam MultiValueMap<String, String> parameters, Authentication login, HttpServletResponse response)
            throws IOException {
        xlsx(parameters, login, response);
    }

    @GetMapping(path = "/api/leads", produces = CSV)
    void csv(@RequestParam MultiValueMap<String, String> parameters, Authentication login, HttpServletResponse response)
            throws IOException {
        Viewer viewer = Viewer.of(login);
        Question question = Question.of(parameters, viewer, people, figures);
        answers(response, CSV + ";charset=UTF-8", "leads.csv");
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.write('\uFEFF'); // without it Excel reads another character set
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        table.write(
                viewer,
                question,
                cells -> printer.printRecord(cells.stream().map(PlainCell::of).toList()));
        printer.flush();
    }

    @GetMapping(path = "/api/leads", produces = XLSX)
    void xlsx(
            @RequestParam MultiValueMap<String, String> parameters, Authentication login, HttpServletResponse response)
            throws IOException {
        Viewer viewer = Viewer.of(login);
        Question question = Question.of(parameters, viewer, people, figures);
        if (board.count(viewer, question.filter()) >= XlsxWriter.MOST_ROWS) {
            throw Question.refused(
                    List.of(new Fault("q", "No workbook holds so many rows. Ask for fewer, or take the list as CSV.")));
        }
        answers(response, XLSX, "leads.xlsx");
        try (XlsxWriter workbook = new XlsxWriter(response.getOutputStream(), "Leads")) {
            table.write(viewer, question, workbook);
        }
    }

    private static void answers(HttpServletResponse response, String type, String name) {
        response.setContentType(MediaType.parseMediaType(type).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
