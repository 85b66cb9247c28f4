package org.batonrelay.client;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.batonrelay.baton.Promise;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.onboarding.ClientItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The small buttons of the client's page: done, ask, and whether they had to repeat themselves. Each leads back to the
 * page, so that reloading it does nothing twice.
 */
@Controller
@RequestMapping("/c/{token}")
class ClientDesk {

    private static final int LONGEST = 4000;

    private final ContactLinks links;
    private final PromisedItems items;
    private final ClientItems done;
    private final Questions questions;
    private final Pulses pulses;

    ClientDesk(ContactLinks links, PromisedItems items, ClientItems done, Questions questions, Pulses pulses) {
        this.links = links;
        this.items = items;
        this.done = done;
        this.questions = questions;
        this.pulses = pulses;
    }

    @PostMapping("/done")
    String done(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String item,
            Model model,
            HttpServletResponse response) {
        Contact contact = links.open(token).orElse(null);
        if (contact == null) {
            return NoticePage.unknown(model, response);
        }
        Optional<Promise> theirs = items.theirOwn(contact, item);
        if (theirs.isEmpty() || theirs.get().state().equals("dropped")) {
            return wrong(HttpStatus.NOT_FOUND, token, model, response);
        }
        return backTo(token, done.done(theirs.get(), contact) ? Said.DONE : Said.DONE_BEFORE, response);
    }

    @PostMapping("/ask")
    String ask(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String question,
            Model model,
            HttpServletResponse response) {
        Contact contact = links.open(token).orElse(null);
        if (contact == null) {
            return NoticePage.unknown(model, response);
        }
        if (question.isBlank() || !isOurs(form)) {
            return wrong(HttpStatus.BAD_REQUEST, token, model, response);
        }
        if (question.length() > LONGEST) {
            return NoticePage.show("long", HttpStatus.BAD_REQUEST, "/c/" + token, model, response);
        }
        return switch (questions.ask(contact, form, question.strip())) {
            case STORED -> backTo(token, Said.ASKED, response);
            case ASKED_BEFORE -> backTo(token, Said.ASKED_BEFORE, response);
            case TOO_MANY -> NoticePage.show("many", HttpStatus.TOO_MANY_REQUESTS, "/c/" + token, model, response);
        };
    }

    @PostMapping("/repeated")
    String repeated(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            HttpServletResponse response) {
        Contact contact = links.open(token).orElse(null);
        if (contact == null) {
            return NoticePage.unknown(model, response);
        }
        if (!answer.equals("yes") && !answer.equals("no")) {
            return wrong(HttpStatus.BAD_REQUEST, token, model, response);
        }
        return switch (pulses.answer(contact, summary, answer.equals("yes"))) {
            case STORED -> backTo(token, Said.PULSE, response);
            case ANSWERED_BEFORE -> backTo(token, Said.PULSE_BEFORE, response);
            case UNKNOWN -> wrong(HttpStatus.NOT_FOUND, token, model, response);
        };
    }

    /** Somebody whose program opens every address: nothing happens. */
    @GetMapping({"/done", "/ask", "/repeated"})
    String back(@PathVariable String token) {
        return "redirect:/c/{token}";
    }

    private static String backTo(String token, Said said, HttpServletResponse response) {
        NoticePage.hide(response);
        return "redirect:/c/{token}?said=" + said.id() + "#said";
    }

    private static String wrong(HttpStatus status, String token, Model model, HttpServletResponse response) {
        return NoticePage.show("wrong", status, "/c/" + token, model, response);
    }

    private static boolean isOurs(String form) {
        try {
            return UUID.fromString(form).toString().equals(form);
        } catch (IllegalArgumentException notOurs) {
            return false;
        }
    }
}
