package org.batonrelay.webhook;

import java.util.List;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.webhook.Deliveries.Delivery;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What programs of others could not be told, to send it again. For managers. */
@Controller
class UndeliveredPage {

    private static final String PAGE = "/leads/undelivered";

    /** As it is shown. */
    record Row(
            String id, String hook, String type, String reference, String happenedAt, String answer, String triedAt) {}

    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Errands errands;
    private final BusinessCalendar calendar;

    UndeliveredPage(Deliveries deliveries, Ledger ledger, Errands errands, BusinessCalendar calendar) {
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.errands = errands;
        this.calendar = calendar;
    }

    @GetMapping(path = PAGE, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(Authentication login) {
        return isManager(login)
                ? new ModelAndView("lead/undelivered")
                        .addObject(
                                "rows",
                                deliveries.givenUp().stream().map(this::row).toList())
                : missing();
    }

    @PostMapping(PAGE + "/{id}")
    @Transactional
    public ModelAndView again(@PathVariable String id, Authentication login) {
        return sendAgain(List.of(id), login);
    }

    @PostMapping(PAGE)
    @Transactional
    public ModelAndView allAgain(Authentication login) {
        return sendAgain(deliveries.givenUp().stream().map(Delivery::id).toList(), login);
    }

    private ModelAndView sendAgain(List<String> ids, Authentication login) {
        if (!isManager(login)) {
            return missing();
        }
        ids.stream().filter(deliveries::beginAgain).forEach(id -> errands.later(null, Deliver.NAME, id));
        return new ModelAndView("redirect:" + PAGE);
    }

    private static ModelAndView missing() {
        return new ModelAndView("lead/missing", HttpStatus.NOT_FOUND);
    }

    private static boolean isManager(Authentication login) {
        return login.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals("manager"));
    }

    private Row row(Delivery delivery) {
        LedgerEntry entry = ledger.after(delivery.entry() - 1, 1).get(0);
        return new Row(
                delivery.id(),
                delivery.hook(),
                entry.type().id(),
                entry.reference().value(),
                WrittenDates.moment(entry.at(), calendar.zone("manager")),
                delivery.answer() == null ? "" : delivery.answer(),
                delivery.triedAt() == null ? "" : WrittenDates.moment(delivery.triedAt(), calendar.zone("manager")));
    }
}
