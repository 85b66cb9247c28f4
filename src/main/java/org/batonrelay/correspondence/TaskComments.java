package org.batonrelay.correspondence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.baton.LeadTasks;
import org.batonrelay.doors.OnBehalf;
import org.batonrelay.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps what somebody adds by Tasklist's <em>Add comment</em> as a note on the lead, where everybody looks. The engine
 * would keep it on the task, which is gone with its completion, and only for those who may read its history.
 */
@Component
class TaskComments extends OncePerRequestFilter {

    private static final Pattern COMMENT =
            Pattern.compile("(?:/engine-rest|/camunda/api/engine)(?:/engine/[^/]+)?/task/([^/]+)/comment/create");

    private static final String GONE =
            "Somebody else was faster: this task is done, withdrawn or not yours to see. Nothing was kept.";

    /** Asked for when somebody comments: a filter is made before the engine, and must not make it. */
    private final ObjectProvider<LeadTasks> leadTasks;

    private final ObjectProvider<Notes> notes;
    private final ObjectProvider<OnBehalf> onBehalf;
    private final ObjectMapper json;

    TaskComments(
            ObjectProvider<LeadTasks> leadTasks,
            ObjectProvider<Notes> notes,
            ObjectProvider<OnBehalf> onBehalf,
            ObjectMapper json) {
        this.leadTasks = leadTasks;
        this.notes = notes;
        this.onBehalf = onBehalf;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher comment = COMMENT.matcher(request.getRequestURI());
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        if (!request.getMethod().equals("POST") || !comment.matches() || somebody == null) {
            chain.doFilter(request, response);
            return;
        }
        JsonNode said = json.readTree(request.getInputStream());
        keep(comment.group(1), somebody.getName(), said.path("message").asText(""), response);
    }

    private void keep(String task, String person, String words, HttpServletResponse response) throws IOException {
        Note[] kept = new Note[1];
        try {
            onBehalf.getObject()
                    .of(
                            person,
                            () -> kept[0] = leadTasks
                                    .getObject()
                                    .leadOf(task)
                                    .map(lead -> notes.getObject().write(lead, person, words))
                                    .orElse(null));
        } catch (Refusal e) {
            answer(response, HttpStatus.BAD_REQUEST, Map.of("type", "Refusal", "message", said(e)));
            return;
        }
        Note note = kept[0];
        if (note == null) {
            answer(response, HttpStatus.NOT_FOUND, Map.of("type", "Refusal", "message", GONE));
            return;
        }
        answer(
                response,
                HttpStatus.OK,
                Map.of(
                        "id",
                        note.id(),
                        "taskId",
                        task,
                        "userId",
                        person,
                        "message",
                        words,
                        "time",
                        note.at().toString()));
    }

    private static String said(Refusal refusal) {
        @Nullable String words = refusal.getMessage();
        return words == null ? "" : words;
    }

    private void answer(HttpServletResponse response, HttpStatus status, Map<String, String> what) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), what);
    }
}
