package org.batonrelay.inbox;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.inbox.ReceivedMail.Enclosure;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Shows what the built-in mail server has received; no login, like the server itself. What strangers have written is
 * shown without scripts, without anything loaded from elsewhere, and the HTML of a mail in a frame that may do nothing.
 */
@Controller
@Profile("default")
@ConditionalOnProperty("baton.mail.server")
class MailboxPage {

    private static final String NO_SCRIPTS =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'";

    private final ReceivedMails mails;
    private final BusinessCalendar calendar;

    MailboxPage(ReceivedMails mails, BusinessCalendar calendar) {
        this.mails = mails;
        this.calendar = calendar;
    }

    /** Times as everywhere: by the clock of the house. */
    @ModelAttribute("times")
    MailboxTimes times() {
        return new MailboxTimes(calendar.zone(""));
    }

    @ModelAttribute
    void forbidScripts(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", NO_SCRIPTS);
    }

    @GetMapping("/mailbox")
    String list(@RequestParam(defaultValue = "") String to, Model page) {
        page.addAttribute("to", to);
        page.addAttribute("mails", mails.to(to));
        return "mailbox";
    }

    @GetMapping("/mailbox/mail")
    String mail(@RequestParam String box, @RequestParam long uid, Model page) {
        ReceivedMail mail = find(box, uid);
        page.addAttribute("mail", mail);
        page.addAttribute("framed", mail.html() == null ? null : framed(mail.html()));
        return "mailbox-mail";
    }

    @GetMapping("/mailbox/enclosure")
    ResponseEntity<byte[]> enclosure(@RequestParam String box, @RequestParam long uid, @RequestParam int number) {
        Enclosure enclosure = find(box, uid).enclosures().stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition download = ContentDisposition.attachment()
                .filename(enclosure.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(enclosure.content());
    }

    private ReceivedMail find(String box, long uid) {
        return mails.find(box, uid).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The mail's page as the frame's content: its own policy comes first, and its links open beside the mailbox. */
    private static String framed(String html) {
        return "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"" + NO_SCRIPTS
                + "\"><base target=\"_blank\">" + html;
    }
}
