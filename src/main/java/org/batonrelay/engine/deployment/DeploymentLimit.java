package org.batonrelay.engine.deployment;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.batonrelay.engine.ReadRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a deployment that is too large before its body is read; one that does not say how large it is, as soon as it
 * has proven to be. All files that come with Baton are a seventh of what is allowed.
 */
@Component
public class DeploymentLimit extends OncePerRequestFilter {

    public static final int MOST_BYTES = 5 * 1024 * 1024;

    public static final String SENTENCE = "A deployment has at most 5 MB, all files together; this one has more. Deploy"
            + " fewer files at a time, and no files that Baton does not read.";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().replaceAll(";[^/]*", "").endsWith("/deployment/create");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            refuse(response);
            return;
        }
        if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            refuse(response);
        } else {
            chain.doFilter(new ReadRequest(request, body), response);
        }
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Connection", "close");
        response.getWriter()
                .write("{\"type\":\"InvalidRequestException\",\"message\":\"" + SENTENCE + "\",\"code\":null}");
    }
}
