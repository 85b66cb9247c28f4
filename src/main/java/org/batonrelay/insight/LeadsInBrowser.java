package org.batonrelay.insight;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Shared;
import org.batonrelay.baton.SharedFields;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.correspondence.Proposals;
import org.batonrelay.engine.Refusal;
import org.batonrelay.handoff.Handoffs;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.onboarding.FirstResults;
import org.batonrelay.onboarding.WaitingPhases;
import org.batonrelay.relay.Relays;
import org.batonrelay.team.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A lead's page in the browser, and what its giver, its holder and its managers can do on it. Long because every one of
 * its buttons leads back to the page, with a word on what came of it.
 */
@Controller
class LeadsInBrowser {

    private static final Map<String, String> DONE = Map.of(
            "recalled", "The offer is recalled. The brief is on your list in Tasklist, to be mended.",
            "closed", "The lead is closed. Nothing of it stays open.",
            "taken", "They are a contact of this lead now.",
            "declined", "They are not proposed again.",
            "begun", "The phase has begun; its tasks are there.",
            "stopped", "They get no automatic mail any more: no reminder, no automatic reply.",
            "resumed", "They get reminders and automatic replies again.");
    private static final int LONGEST_REASON = 1000;

    private final LeadPages pages;
    private final LeadDocuments documents;
    private final Handoffs handoffs;
    private final Relays relays;
    private final People people;
    private final BusinessCalendar calendar;
    private final Clock clock;
    private final Proposals proposals;
    private final SharedFields shared;
    private final WaitingPhases phases;
    private final FirstResults results;

    LeadsInBrowser(
            LeadPages pages,
            LeadDocuments documents,
            Handoffs handoffs,
            Relays relays,
            People people,
            BusinessCalendar calendar,
            Clock clock,
            Proposals proposals,
            SharedFields shared,
            WaitingPhases phases,
            FirstResults results) {
        this.pages = pages;
        this.documents = documents;
        this.handoffs = handoffs;
        this.relays = relays;
        this.people = people;
        this.calendar = calendar;
        this.clock = clock;
        this.proposals = proposals;
        this.shared = shared;
        this.phases = phases;
        this.results = results;
    }

    /** Sets the cookie of the forms' token before the page is written: once it flows, no header can be added. */
    @ModelAttribute
    void prepareForms(CsrfToken token) {
        token.getToken();
    }

    @GetMapping(path = "/leads/{reference}", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String done,
            Authentication login) {
        return show(reference, Viewer.of(login), HttpStatus.OK, done == null ? null : DONE.get(done), null);
    }

    /** The giver takes back an offer that nobody has accepted yet. */
    @PostMapping("/leads/{reference}/recall")
    Object recall(@PathVariable String reference, Authentication login) {
        Viewer viewer = Viewer.of(login);
        return act(reference, viewer, null, "recalled", lead -> handoffs.recall(lead, viewer.id()));
    }

    /** A manager ends a lead from wherever it is. */
    @PostMapping("/leads/{reference}/close")
    Object close(@PathVariable String reference, @RequestParam String reason, Authentication login) {
        Viewer viewer = Viewer.of(login);
        return act(reference, viewer, viewer.isManager() ? null : "Only a manager can do this.", "closed", lead -> {
            if (reason.isBlank() || reason.length() > LONGEST_REASON) {
                throw new Refusal("Please say why the lead is closed, in at most " + LONGEST_REASON + " characters.");
            }
            relays.close(lead, reason.strip());
        });
    }

    /** The holder or a manager lets the next phase of the plan begin before its time. */
    @PostMapping("/leads/{reference}/next-phase")
    Object beginNextPhase(@PathVariable String reference, @RequestParam String reason, Authentication login) {
        Viewer viewer = Viewer.of(login);
        String forbidden = viewer.isManager() || holds(reference, viewer)
                ? null
                : "Only whoever holds the lead, or a manager, can do this.";
        return act(reference, viewer, forbidden, "begun", lead -> phases.unlock(lead, reason));
    }

    /** The holder makes somebody whom the client has copied into a mail a contact, or does not. */
    @PostMapping("/leads/{reference}/proposals/{id}")
    Object decide(
            @PathVariable String reference,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean take,
            Authentication login) {
        Viewer viewer = Viewer.of(login);
        String forbidden = holds(reference, viewer) ? null : "Only whoever holds the lead can do this.";
        return act(reference, viewer, forbidden, take ? "taken" : "declined", lead -> {
            if (take) {
                proposals.take(lead, id, viewer.id());
            } else {
                proposals.decline(lead, id, viewer.id());
            }
        });
    }

    private interface Action {
        void on(LeadReference lead);
    }

    /** @param forbidden why this viewer may not do it; null where they may */
    private Object act(String reference, Viewer viewer, @Nullable String forbidden, String done, Action action) {
        if (pages.find(reference, viewer).isEmpty()) {
            return missing();
        }
        if (forbidden != null) {
            return show(reference, viewer, HttpStatus.FORBIDDEN, null, forbidden);
        }
        try {
            action.on(new LeadReference(reference));
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/leads/" + reference + "?done=" + done))
                    .build();
        } catch (Refusal refusal) {
            return show(reference, viewer, HttpStatus.CONFLICT, null, refusal.getMessage());
        }
    }

    private ModelAndView show(
            String reference, Viewer viewer, HttpStatus status, @Nullable String done, @Nullable String refused) {
        return pages.find(reference, viewer)
                .map(page -> {
                    ModelAndView shown = new ModelAndView("lead/page", status);
                    shown.addObject("lead", LeadView.of(page, new Names(people), calendar.zone("sdr"), clock));
                    boolean holds = viewer.holders().contains(page.holder());
                    Shared seen = shared.with(viewer.id(), new LeadReference(page.reference()));
                    shown.addObject(
                            "files",
                            seen.shows("files") ? documents.of(new LeadReference(page.reference())) : List.of());
                    shown.addObject("done", done);
                    shown.addObject("refused", refused);
                    shown.addObject(
                            "proposals",
                            holds && seen.shows("contacts") ? proposals.of(new LeadReference(reference)) : List.of());
                    shown.addObject(
                            "phases", seen.shows("promises") ? phases.of(new LeadReference(reference)) : List.of());
                    shown.addObject("firstResult", seen.shows("contacts") ? firstResult(page) : null);
                    shown.addObject("partial", viewer.isPartner());
                    shown.addObject("runsPlan", holds || viewer.isManager());
                    shown.addObject("canRecall", gave(page, viewer));
                    shown.addObject("canClose", viewer.isManager() && isOpen(page));
                    return shown;
                })
                .orElseGet(LeadsInBrowser::missing);
    }

    /** How long the customer has waited for what they came for, or null before they have signed. */
    private @Nullable String firstResult(LeadPage page) {
        return results.of(new LeadReference(page.reference()))
                .map(it -> it.confirmedAt() != null
                        ? "confirmed by " + it.by() + ", " + after(it.signedAt(), it.confirmedAt())
                        : it.ended()
                                ? "not confirmed by the client when the onboarding ended"
                                : "not confirmed by the client yet, " + after(it.signedAt(), clock.instant()))
                .orElse(null);
    }

    private static String after(Instant signedAt, Instant at) {
        return Narrator.days(String.valueOf(FirstResults.days(signedAt, at))) + " after the signature";
    }

    private static ModelAndView missing() {
        return new ModelAndView("lead/missing", HttpStatus.NOT_FOUND);
    }

    private boolean holds(String reference, Viewer viewer) {
        return pages.find(reference, viewer)
                .filter(page -> viewer.holders().contains(page.holder()))
                .isPresent();
    }

    private static boolean gave(LeadPage page, Viewer viewer) {
        String giver = page.more().giver();
        if (giver == null) {
            return false;
        }
        Holder holder = new Holder(giver);
        return holder.isGroup()
                ? viewer.groups().contains(holder.id())
                : holder.id().equals(viewer.id());
    }

    private static boolean isOpen(LeadPage page) {
        return !page.state().equals("finished") && !page.state().equals("closed");
    }
}
