package org.batonrelay.client;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.batonrelay.lead.AutomaticMail;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * No more automatic mails: one POST, by the button or by the reader's mail program (RFC 8058, which wants no redirect);
 * a GET only asks. A link that has run out still stops them.
 */
@Controller
@RequestMapping("/c/{token}")
class StopDoor {

    private final ContactLinks links;
    private final AutomaticMail mail;

    StopDoor(ContactLinks links, AutomaticMail mail) {
        this.links = links;
        this.mail = mail;
    }

    @GetMapping("/stop")
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        Contact contact = links.whose(token).orElse(null);
        if (contact == null) {
            return NoticePage.unknown(model, response);
        }
        NoticePage.hide(response);
        model.addAttribute("address", "/c/" + token);
        model.addAttribute("wanted", contact.wantsAutomaticMail());
        return "client/stop";
    }

    @PostMapping("/stop")
    String stop(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Contact> contact = links.whose(token);
        contact.ifPresent(it -> mail.stop(it, "client:" + it.email()));
        return said("stopped", token, contact, model, response);
    }

    @PostMapping("/resume")
    String resume(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Contact> contact = links.whose(token);
        contact.ifPresent(it -> mail.resume(it, "client:" + it.email()));
        return said("resumed", token, contact, model, response);
    }

    @GetMapping("/resume")
    String back(@PathVariable String token) {
        return "redirect:/c/{token}/stop";
    }

    private String said(
            String what, String token, Optional<Contact> contact, Model model, HttpServletResponse response) {
        if (contact.isEmpty()) {
            return NoticePage.unknown(model, response);
        }
        String page = links.open(token).isPresent() ? "/c/" + token : null;
        return NoticePage.show(what, HttpStatus.OK, page, model, response);
    }
}
