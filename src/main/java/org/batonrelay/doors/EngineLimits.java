package org.batonrelay.doors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.batonrelay.engine.ReadRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What one call of the engine's REST API may ask for, so that no ordinary login makes everybody wait: the length, depth
 * and number of conditions of what is sent, and how many results come at once. The seconds are the database's
 * ({@code camunda.bpm} statement time-out). Deployments have limits of their own.
 */
class EngineLimits extends OncePerRequestFilter {

    private static final int LONGEST_BYTES = 512 * 1024;
    private static final int DEEPEST = 30;

    /** Of names and values together; a list of ids counts each. */
    private static final int MOST_CONDITIONS = 2_000;

    private static final int MOST_RESULTS = 2_000;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/deployment/create");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String results = request.getParameter("maxResults");
        if (results != null
                && results.matches("\\d+")
                && (results.length() > 9 || Integer.parseInt(results) > MOST_RESULTS)) {
            refuse(
                    response,
                    "Ask for at most " + MOST_RESULTS + " results at once (maxResults), page by page (firstResult).");
            return;
        }
        // metrics have a limit of their own, a lower one
        boolean paged = results == null && !request.getRequestURI().contains("/metrics");
        HttpServletRequest asked = paged ? new Paged(request) : request;
        if (!READING.contains(request.getMethod()) && isJson(request)) {
            byte[] body = request.getInputStream().readNBytes(LONGEST_BYTES + 1);
            String fault = fault(body);
            if (fault != null) {
                refuse(response, fault);
                return;
            }
            asked = new ReadRequest(asked, body);
        }
        chain.doFilter(asked, response);
    }

    private static boolean isJson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(java.util.Locale.ROOT).contains("json");
    }

    private static @Nullable String fault(byte[] body) {
        if (body.length > LONGEST_BYTES) {
            return "Send at most " + LONGEST_BYTES / 1024 + " kB to the engine at once.";
        }
        int depth = 0;
        int values = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                values += token.isScalarValue() || token.isStructStart() ? 1 : 0;
                if (depth > DEEPEST) {
                    return "What you send is nested more than " + DEEPEST + " deep.";
                }
                if (values > MOST_CONDITIONS) {
                    return "Send at most " + MOST_CONDITIONS + " conditions or values to the engine at once.";
                }
            }
            return null;
        } catch (IOException e) {
            return body.length == 0 ? null : "What you send is no JSON.";
        }
    }

    private static void refuse(HttpServletResponse response, String sentence) throws IOException {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("{\"type\":\"InvalidRequestException\",\"message\":\"" + sentence + "\"}");
    }

    /** Who names no number of results gets the first of them, not all there are. */
    private static final class Paged extends HttpServletRequestWrapper {

        private final String query;

        Paged(HttpServletRequest request) {
            super(request);
            String before = request.getQueryString();
            this.query = (before == null || before.isEmpty() ? "" : before + "&") + "maxResults=" + MOST_RESULTS;
        }

        @Override
        public String getQueryString() {
            return query;
        }
    }
}
