package org.batonrelay.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.batonrelay.imports.AccountLists.Result;
import org.batonrelay.imports.AccountLists.Told;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** {@code POST /api/accounts/import}: the account directory, brought up to date by a list as CSV. */
@RestController
class PostAccounts {

    private final AccountLists lists;

    PostAccounts(AccountLists lists) {
        this.lists = lists;
    }

    @PostMapping(
            path = "/api/accounts/import",
            consumes = {
                MediaType.MULTIPART_FORM_DATA_VALUE,
                "text/csv",
                "application/csv",
                "application/vnd.ms-excel",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    Map<String, Object> post(HttpServletRequest request, @RequestParam(defaultValue = "false") boolean preview)
            throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        Map<String, Object> answer = new LinkedHashMap<>();
        try (ListUpload.Sent sent = ListUpload.of(request)) {
            answer.put("preview", preview);
            answer.put("charset", sent.file().charset());
            lists.bringIn(sent.file(), !preview, told -> {
                counts.merge(told.result(), 1, Integer::sum);
                rows.add(row(told));
            });
        }
        answer.put("rows", rows);
        for (Result result : Result.values()) {
            answer.put(id(result), counts.getOrDefault(result, 0));
        }
        return answer;
    }

    private static Map<String, Object> row(Told told) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("row", told.row());
        row.put("result", id(told.result()));
        if (told.name() != null) {
            row.put("name", told.name());
        }
        if (told.why() != null) {
            row.put("why", told.why());
        }
        return row;
    }

    private static String id(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    @ExceptionHandler
    ProblemDetail on(UnreadableList list) {
        return list.asProblem();
    }

    @ExceptionHandler
    ProblemDetail on(MaxUploadSizeExceededException tooLarge) {
        return UnreadableList.tooLargeAsProblem();
    }
}
