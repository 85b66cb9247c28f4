package org.batonrelay.client;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.ClientAnswers.Receipt;
import org.batonrelay.summary.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The client's page, and the two answers that its forms send. Whoever has the link is the contact; a wrong and an
 * expired link look the same. A GET only shows, so a mail scanner that opens every link confirms nothing.
 */
@Controller
@RequestMapping("/c/{token}")
class ClientDoor {

    private static final List<String> HEADINGS = List.of(
            "currentSituation", "businessPriorities", "competition", "timeline", "decisionProcess", "nextSteps");
    private static final int LONGEST = 4000;

    private final ContactLinks links;
    private final ClientPages pages;
    private final ClientAnswers answers;
    private final Pulses pulses;

    ClientDoor(ContactLinks links, ClientPages pages, ClientAnswers answers, Pulses pulses) {
        this.links = links;
        this.pages = pages;
        this.answers = answers;
        this.pulses = pulses;
    }

    @GetMapping
    String show(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String said,
            Locale language,
            Model model,
            HttpServletResponse response) {
        Contact contact = links.open(token).orElse(null);
        if (contact == null) {
            return NoticePage.unknown(model, response);
        }
        NoticePage.hide(response);
        model.addAttribute("page", pages.of(contact, language));
        model.addAttribute("address", "/c/" + token);
        model.addAttribute("form", UUID.randomUUID().toString());
        model.addAttribute("said", Said.find(said).map(Said::id).orElse(null));
        return "client/page";
    }

    @PostMapping("/confirm")
    String confirm(
            @PathVariable String token,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        return answer(
                token,
                sent,
                "confirmed",
                model,
                response,
                (contact, form) -> answers.confirm(contact, form.id(), form.summary(), form.version()));
    }

    @PostMapping("/correct")
    String correct(
            @PathVariable String token,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Map<String, String> said = new LinkedHashMap<>(sent);
        said.keySet().retainAll(HEADINGS);
        boolean tooLong = said.values().stream().anyMatch(it -> it.length() > LONGEST)
                || sent.getOrDefault("remark", "").length() > LONGEST;
        if (tooLong && links.open(token).isPresent()) {
            return NoticePage.show("long", HttpStatus.BAD_REQUEST, null, model, response);
        }
        return answer(
                token,
                sent,
                "corrected",
                model,
                response,
                (contact, form) ->
                        answers.correct(contact, form.id(), form.summary(), form.version(), said, sent.get("remark")));
    }

    /** Somebody who reloads the thanks, or whose program opens every address: nothing happens. */
    @GetMapping({"/confirm", "/correct"})
    String back(@PathVariable String token) {
        return "redirect:/c/{token}";
    }

    private record SentForm(String id, String summary, int version) {}

    private String answer(
            String token,
            Map<String, String> sent,
            String thanks,
            Model model,
            HttpServletResponse response,
            BiFunction<Contact, SentForm, Receipt> take) {
        Contact contact = links.open(token).orElse(null);
        if (contact == null) {
            return NoticePage.unknown(model, response);
        }
        String page = "/c/" + token;
        SentForm form = read(sent);
        if (form == null) {
            return NoticePage.show("wrong", HttpStatus.BAD_REQUEST, page, model, response);
        }
        return switch (take.apply(contact, form)) {
            case STORED -> thank(contact, thanks, page, model, response);
            case ANSWERED_BEFORE -> NoticePage.show("before", HttpStatus.OK, page, model, response);
            case TOO_LATE -> NoticePage.show("late", HttpStatus.GONE, page, model, response);
            case UNKNOWN -> NoticePage.show("wrong", HttpStatus.NOT_FOUND, page, model, response);
        };
    }

    /** With one question, which can be left unanswered. */
    private String thank(Contact contact, String thanks, String page, Model model, HttpServletResponse response) {
        model.addAttribute(
                "repeatedAbout", pulses.dueAbout(contact).map(Summary::id).orElse(null));
        return NoticePage.show(thanks, HttpStatus.OK, page, model, response);
    }

    private static @Nullable SentForm read(Map<String, String> sent) {
        try {
            return new SentForm(
                    UUID.fromString(sent.getOrDefault("form", "")).toString(),
                    sent.getOrDefault("summary", ""),
                    Integer.parseInt(sent.getOrDefault("version", "")));
        } catch (IllegalArgumentException notOurForm) {
            return null;
        }
    }
}
