package org.batonrelay.imports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.batonrelay.imports.ImportedRow.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * {@code POST /api/leads/import}: a list of leads as CSV. The answer flows while the rows are done, one after the
 * other, so that neither a long list nor its answer is ever whole in memory.
 */
@RestController
class PostImports {

    private static final int FLUSHED_EVERY = 50;
    private static final int AT_ONCE = 2;

    private final LeadLists lists;
    private final ImportWork work;
    private final ObjectMapper json;
    private final Semaphore places = new Semaphore(AT_ONCE);

    PostImports(LeadLists lists, ImportWork work, ObjectMapper json) {
        this.lists = lists;
        this.work = work;
        this.json = json;
    }

    /** Two lists are being brought in; nothing has been done with this one. */
    private static final class TooMany extends RuntimeException {}

    @PostMapping(
            path = "/api/leads/import",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                "text/csv",
                "application/csv",
                "application/vnd.ms-excel",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    void post(
            HttpServletRequest request,
            HttpServletResponse response,
            Principal caller,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "false") boolean writeToThem)
            throws IOException {
        if (!places.tryAcquire()) {
            throw new TooMany();
        }
        try (ListUpload.Sent sent = ListUpload.of(request)) {
            LeadLists.Readable list = lists.open(sent.file());
            if (preview) {
                answer(response, list, null, rows -> preview(list, rows));
            } else {
                LeadImport made = lists.keep(list, sent.name(), caller.getName());
                answer(response, list, made.id(), rows -> work.startNow(made, writeToThem, rows));
            }
        } finally {
            places.release();
        }
    }

    private void preview(LeadLists.Readable list, Consumer<ImportedRow> rows) {
        try {
            lists.preview(list, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(
            HttpServletResponse response,
            LeadLists.Readable list,
            @Nullable String id,
            Consumer<Consumer<ImportedRow>> rows)
            throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (JsonGenerator to = json.createGenerator(response.getOutputStream())) {
            to.writeStartObject();
            to.writeBooleanField("preview", id == null);
            if (id != null) {
                to.writeStringField("id", id);
                to.writeStringField("report", "/leads/import/" + id + "/report.csv");
                to.writeStringField("errorFile", "/leads/import/" + id + "/report.csv?only=bad");
            }
            to.writeStringField("charset", list.file().charset());
            to.writeStringField(
                    "delimiter", String.valueOf(list.layout().delimiter().letter()));
            to.writeObjectField("columns", list.columns().understood());
            to.writeObjectField("unreadColumns", list.columns().unread());
            if (!list.layout().leftOut().isEmpty()) {
                to.writeStringField("leftOut", list.layout().leftOut());
            }
            to.writeArrayFieldStart("rows");
            Told told = new Told(to);
            rows.accept(told);
            to.writeEndArray();
            for (Result result : List.of(Result.STARTED, Result.MATCHED, Result.REFUSED, Result.FAILED)) {
                to.writeNumberField(result.id(), told.counts.getOrDefault(result, 0));
            }
            to.writeEndObject();
        }
    }

    private static final class Told implements Consumer<ImportedRow> {

        private final Map<Result, Integer> counts = new EnumMap<>(Result.class);
        private final JsonGenerator to;
        private int rows;

        Told(JsonGenerator to) {
            this.to = to;
        }

        @Override
        public void accept(ImportedRow row) {
            counts.merge(row.shown(), 1, Integer::sum);
            try {
                to.writeStartObject();
                to.writeNumberField("row", row.number());
                to.writeStringField("result", row.shown().id());
                if (row.reference() != null) {
                    to.writeStringField("reference", row.reference());
                }
                if (row.why() != null) {
                    to.writeStringField("why", row.why());
                }
                to.writeEndObject();
                if (++rows % FLUSHED_EVERY == 0) {
                    to.flush();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ExceptionHandler
    ProblemDetail on(UnreadableList list) {
        return list.asProblem();
    }

    @ExceptionHandler
    ProblemDetail on(MaxUploadSizeExceededException tooLarge) {
        return UnreadableList.tooLargeAsProblem();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(TooMany crowd) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Other lists are being brought in. Nothing was done with this one: send it again later.");
        problem.setTitle("Too many lists at once");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "60")
                .body(problem);
    }
}
