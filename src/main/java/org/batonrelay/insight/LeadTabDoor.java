package org.batonrelay.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.batonrelay.backward.BackwardProcess;
import org.batonrelay.correspondence.ContractRequests;
import org.batonrelay.correspondence.Items;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.correspondence.WholeMails;
import org.batonrelay.engine.Refusal;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the tab "Lead" in Tasklist shows and does. Whoever may see a lead may write a note; only who holds it makes
 * items and asks earlier runners. What cannot be done is answered with a sentence.
 */
@RestController
@RequestMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class LeadTabDoor {

    record WholeMail(String text) {}

    /** @param html what helps with the step; null where nobody has written anything about it */
    record Help(String step, @Nullable String html) {}

    record NewNote(@Nullable String text) {}

    /** @param messageId the message that asks for it; null where nobody asked in writing */
    record NewItem(
            @Nullable String messageId,
            @Nullable String side,
            @Nullable String what,
            @Nullable String dueOn) {}

    /** @param task its id */
    record Next(@Nullable String task) {}

    record NewReview(@Nullable String messageId) {}

    /** @param whom null for whoever held the lead last */
    record NewQuestion(@Nullable String whom, @Nullable String question) {}

    record ClientsQuestion(
            @Nullable String contactEmail, @Nullable String question) {}

    private static final int LONGEST_QUESTION = 2000;

    private final LeadTabs tabs;
    private final LeadAccess access;
    private final OpenTasks tasks;
    private final Notes notes;
    private final Items items;
    private final ContractRequests contracts;
    private final BackwardProcess backward;
    private final WholeMails mails;
    private final Playbook playbook;

    LeadTabDoor(
            LeadTabs tabs,
            LeadAccess access,
            OpenTasks tasks,
            Notes notes,
            Items items,
            ContractRequests contracts,
            BackwardProcess backward,
            WholeMails mails,
            Playbook playbook) {
        this.tabs = tabs;
        this.access = access;
        this.tasks = tasks;
        this.notes = notes;
        this.items = items;
        this.contracts = contracts;
        this.backward = backward;
        this.mails = mails;
        this.playbook = playbook;
    }

    @GetMapping("/leads/at-task/{task}")
    LeadTab atTask(@PathVariable String task, CsrfToken token, Authentication login) {
        return tasks.leadOf(task)
                .flatMap(reference -> tabs.find(reference, Viewer.of(login), token.getToken()))
                .orElseThrow(LeadsApi::notFound);
    }

    /** For people of the house. */
    @GetMapping("/leads/at-task/{task}/playbook")
    Help playbook(@PathVariable String task, Authentication login) {
        OpenTasks.Step step =
                tasks.step(task).filter(it -> !Viewer.of(login).isPartner()).orElseThrow(LeadsApi::notFound);
        access.seen(step.reference(), login);
        return new Help(step.name(), playbook.about(step.id()).orElse(null));
    }

    /** What comes next for whoever has just done a task; null where nothing does. */
    @GetMapping("/leads/after-task/{task}")
    Next afterTask(@PathVariable String task, Authentication login) {
        return new Next(tasks.next(task, login.getName()).orElse(null));
    }

    /** The same by the reference: what is done on the tab may end the task that it stood beside. */
    @GetMapping("/leads/{reference}/tab")
    LeadTab ofLead(@PathVariable String reference, CsrfToken token, Authentication login) {
        return tabs.find(reference, Viewer.of(login), token.getToken()).orElseThrow(LeadsApi::notFound);
    }

    /** All that the mail says which brought the message; what its text leaves out is shown folded. */
    @GetMapping("/leads/{reference}/messages/{message}/mail")
    WholeMail mail(@PathVariable String reference, @PathVariable String message, Authentication login) {
        LeadReference lead = access.shared(reference, "messages", login);
        return mails.textOf(lead, message).map(WholeMail::new).orElseThrow(LeadsApi::notFound);
    }

    @PostMapping("/leads/{reference}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable String reference, @RequestBody NewNote note, Authentication login) {
        LeadReference lead = access.seen(reference, login);
        notes.write(lead, login.getName(), text(note.text()));
    }

    @PostMapping("/leads/{reference}/items")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void item(@PathVariable String reference, @RequestBody NewItem item, Authentication login) {
        LeadReference lead = access.held(reference, login);
        access.requireMessage(lead, item.messageId());
        items.make(item.messageId(), lead, text(item.side()), text(item.what()), day(item.dueOn()), login.getName());
    }

    @PostMapping("/leads/{reference}/contract-review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void review(@PathVariable String reference, @RequestBody NewReview wanted, Authentication login) {
        contracts.ask(access.held(reference, login), text(wanted.messageId()), login.getName());
    }

    @PostMapping("/leads/{reference}/questions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(@PathVariable String reference, @RequestBody NewQuestion asked, Authentication login) {
        LeadReference lead = access.held(reference, login);
        // a wrong name is answered with the right ones
        String whom = access.shows(lead, "colleagues", login) ? asked.whom() : null;
        backward.ask(lead, whom, said("Your question", asked.question()));
    }

    @PostMapping("/leads/{reference}/passing-on")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void passOn(@PathVariable String reference, @RequestBody ClientsQuestion asked, Authentication login) {
        LeadReference lead = access.shared(reference, "contacts", login);
        backward.passOn(lead, asked.contactEmail(), said("What they asked", asked.question()));
    }

    private static String said(String label, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_QUESTION) {
            throw new Refusal(label + ": please say it, in at most " + LONGEST_QUESTION + " characters.");
        }
        return text.strip();
    }

    private static LocalDate day(@Nullable String date) {
        try {
            return LocalDate.parse(text(date));
        } catch (DateTimeException e) {
            throw new Refusal("Due: please choose a day.");
        }
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe.strip();
    }
}
