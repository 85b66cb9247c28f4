package org.batonrelay.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Brings a browser to the login page, which brings it back; programs are told in a sentence, as at every door. */
class LoginFirst implements AuthenticationEntryPoint {

    private final AuthenticationEntryPoint programs;

    LoginFirst(AuthenticationEntryPoint programs) {
        this.programs = programs;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, jakarta.servlet.ServletException {
        String accepted = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (!request.getMethod().equals("GET")
                || !accepted.contains(MediaType.TEXT_HTML_VALUE)
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            programs.commence(request, response, why);
            return;
        }
        String asked =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        response.sendRedirect("/login?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
    }
}
