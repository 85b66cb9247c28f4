package org.batonrelay.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets somebody in and brings them to where they wanted to go; the web apps are open to them then, too. */
@Controller
class LoginPage {

    private static final String ENGINE = "default";

    private final CamundaLogin logins;

    LoginPage(CamundaLogin logins) {
        this.logins = logins;
    }

    @GetMapping("/login")
    String ask(@RequestParam(defaultValue = "/") String to, Model page) {
        page.addAttribute("to", inside(to));
        return "login";
    }

    @PostMapping("/login")
    String enter(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        try {
            logins.authenticate(username.strip(), password, request.getRemoteAddr());
        } catch (AuthenticationException e) {
            return again(username, to, e, response, page);
        }
        open(username.strip(), request);
        return "redirect:" + inside(to);
    }

    private static String again(
            String username, String to, AuthenticationException why, HttpServletResponse response, Model page) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        if (why instanceof TooManyTries tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.seconds()));
            page.addAttribute("refused", tooMany.sentence());
        } else {
            page.addAttribute("refused", "That name and password do not belong together.");
        }
        page.addAttribute("username", username);
        page.addAttribute("to", inside(to));
        return "login";
    }

    /** As the web apps' own login does it, with a new session, so that nobody knows its id from before. */
    private void open(String username, HttpServletRequest request) {
        UserAuthentication login = AuthenticationUtil.createAuthentication(ENGINE, username);
        AuthenticationUtil.revalidateSession(request, login);
    }

    /** An address of this house, whatever a link asked for. */
    private static String inside(String to) {
        boolean local =
                to.startsWith("/") && !to.startsWith("//") && to.chars().noneMatch(it -> it == '\\' || it < ' ');
        return local ? to : "/";
    }
}
