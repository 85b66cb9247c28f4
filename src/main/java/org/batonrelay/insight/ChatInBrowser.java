package org.batonrelay.insight;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.chat.LeadChats;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The chat of a lead as a page of its own, where the mails about it lead: for whoever is on the phone, or was brought in
 * and has no task of the lead. It works without JavaScript; what is said comes in a frame that asks for itself anew.
 */
@Controller
class ChatInBrowser {

    record Moment(String name, String time, String kind, String text) {}

    private final LeadChats chats;
    private final ChatFollowers followers;
    private final BusinessCalendar calendar;

    ChatInBrowser(LeadChats chats, ChatFollowers followers, BusinessCalendar calendar) {
        this.chats = chats;
        this.followers = followers;
        this.calendar = calendar;
    }

    /** Sets the cookie of the form's token before the page is written. */
    @ModelAttribute
    void prepareForms(CsrfToken token) {
        token.getToken();
    }

    @GetMapping("/leads/{reference}/conversation")
    ModelAndView page(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String refused,
            Authentication login) {
        LeadChats.Overview overview = read(reference, login);
        return new ModelAndView("lead/chat")
                .addObject("reference", reference)
                .addObject("chat", overview.chats().stream().findFirst().orElse(null))
                .addObject("refused", refused != null);
    }

    @GetMapping("/leads/{reference}/conversation/messages")
    ModelAndView messages(@PathVariable String reference, Authentication login) {
        ZoneId zone = calendar.zone("sdr");
        List<Moment> moments = read(reference, login).messages().stream()
                .map(it -> new Moment(it.name(), WrittenDates.lately(it.at(), zone), it.from(), it.text()))
                .toList();
        return new ModelAndView("lead/chat-messages")
                .addObject("reference", reference)
                .addObject("messages", moments);
    }

    /** @param text what is said; {@code how} is {@code say}, {@code note} or {@code end} */
    @PostMapping("/leads/{reference}/conversation")
    ResponseEntity<Void> write(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "say") String how,
            Authentication login) {
        LeadChats.Follower follower = followers.of(reference, login);
        LeadReference lead = new LeadReference(reference);
        String back = "/leads/" + reference + "/conversation";
        try {
            if (how.equals("end")) {
                chats.end(lead, follower, null);
            } else {
                chats.say(lead, follower, null, text, how.equals("note"));
            }
        } catch (Refusal refusal) {
            back += "?refused";
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(back))
                .build();
    }

    @ExceptionHandler
    ModelAndView missing(ErrorResponseException notThere) {
        return new ModelAndView("lead/missing", notThere.getStatusCode());
    }

    private LeadChats.Overview read(String reference, Authentication login) {
        LeadChats.Follower follower = followers.of(reference, login);
        return chats.of(new LeadReference(reference), follower, null);
    }
}
