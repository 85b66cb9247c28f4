package org.batonrelay.offer;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.HandoffVariables;
import org.batonrelay.handoff.Offer;
import org.batonrelay.handoff.Offers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an offer, for whoever got its link by mail or on the phone and has logged in. A GET only shows. A link
 * acts for nobody but whom it was sent to, and ends with its offer.
 */
@Controller
@RequestMapping("/offers/{token}")
class OfferDoor {

    private static final Set<String> ANSWERS = Set.of(
            HandoffVariables.DECISION,
            HandoffVariables.READY_ON,
            HandoffVariables.RETURN_REASON,
            HandoffVariables.RETURN_NOTE);

    private final OfferLinks links;
    private final Offers offers;
    private final OfferPages pages;
    private final OfferAnswers answers;

    OfferDoor(OfferLinks links, Offers offers, OfferPages pages, OfferAnswers answers) {
        this.links = links;
        this.offers = offers;
        this.pages = pages;
        this.answers = answers;
    }

    /** Sets the cookie of the forms' token before the page is written, and lets nobody keep the page. */
    @ModelAttribute
    void prepare(CsrfToken token, HttpServletResponse response) {
        token.getToken();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Authentication login) {
        OfferLink link = links.open(token).orElse(null);
        if (link == null) {
            return unknown();
        }
        if (!answers.isMeant(link.reader(), login.getName())) {
            return notYours();
        }
        Offer offer = offers.find(link.offerId()).orElseThrow();
        return page(token, link, offer, login.getName(), null, Map.of(), HttpStatus.OK);
    }

    @PostMapping
    Object answer(@PathVariable String token, @RequestParam Map<String, String> sent, Authentication login) {
        OfferLink link = links.open(token).orElse(null);
        if (link == null) {
            return unknown();
        }
        if (!answers.isMeant(link.reader(), login.getName())) {
            return notYours();
        }
        Offer offer = offers.find(link.offerId()).orElseThrow();
        if (links.isExpired(link) || link.used()) {
            return page(token, link, offer, login.getName(), null, sent, HttpStatus.CONFLICT);
        }
        Map<String, Object> values = new HashMap<>(sent);
        values.keySet().retainAll(ANSWERS);
        try {
            answers.give(offer, login.getName(), values);
        } catch (Refusal refusal) {
            return page(
                    token,
                    link,
                    offers.find(link.offerId()).orElseThrow(),
                    login.getName(),
                    refusal.getMessage(),
                    sent,
                    HttpStatus.CONFLICT);
        }
        links.use(link);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/offers/" + token))
                .build();
    }

    private ModelAndView page(
            String token,
            OfferLink link,
            Offer offer,
            String person,
            @Nullable String refused,
            Map<String, String> sent,
            HttpStatus refusedWith) {
        String obstacle = answers.obstacle(offer, person)
                .orElse(links.isExpired(link) ? "This link has had its time. The task itself is in Tasklist." : null);
        if (obstacle != null) {
            boolean mine = person.equals(offer.settledBy());
            HttpStatus status = refusedWith != HttpStatus.OK
                    ? refusedWith
                    : offer.isOpen() || mine ? HttpStatus.OK : HttpStatus.GONE;
            boolean shown = offer.isOpen() || mine || !answers.isPartner(person);
            return shown
                    ? notice(
                            pages.of(offer, person).organisation(),
                            obstacle,
                            offer.reference().value(),
                            status)
                    : notice("This offer has ended", obstacle, null, status);
        }
        ModelAndView page = new ModelAndView("offer/page", refused == null ? HttpStatus.OK : refusedWith);
        page.addObject("token", token);
        page.addObject("offer", pages.of(offer, person));
        page.addObject("refused", refused);
        page.addObject("sent", sent);
        return page;
    }

    private static ModelAndView unknown() {
        return notice(
                "This link opens nothing",
                "Please copy the whole link from the mail. What is offered to you is in Tasklist as well.",
                null,
                HttpStatus.NOT_FOUND);
    }

    private static ModelAndView notYours() {
        return notice(
                "This link was sent to somebody else",
                "You are logged in, but a link acts only for whom it was sent to. If the baton is offered to you as"
                        + " well, it is on your list in Tasklist, and a link of your own is in your mail.",
                null,
                HttpStatus.FORBIDDEN);
    }

    private static ModelAndView notice(String title, String sentence, @Nullable String reference, HttpStatus status) {
        ModelAndView notice = new ModelAndView("offer/notice", status);
        notice.addObject("title", title);
        notice.addObject("sentence", sentence);
        notice.addObject("reference", reference);
        return notice;
    }
}
