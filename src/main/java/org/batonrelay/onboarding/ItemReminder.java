package org.batonrelay.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.batonrelay.baton.AgreedDates;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.HouseLetters;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.calendar.WrittenDates;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.Leads;
import org.batonrelay.mail.Letter;
import org.batonrelay.mail.Post;
import org.springframework.stereotype.Component;

/**
 * Reminds the client of their own items. All items that were due on one day are in one mail, whichever of them asks for
 * it first; what is done by then is not in it. Speaks SMTP.
 */
@Component
class ItemReminder {

    private static final String TEMPLATE = "item-reminder";

    private final Promises promises;
    private final Contacts contacts;
    private final ContactLinks links;
    private final Leads leads;
    private final Batons batons;
    private final HouseLetters house;
    private final AgreedDates dates;
    private final Post post;
    private final Clock clock;

    ItemReminder(
            Promises promises,
            Contacts contacts,
            ContactLinks links,
            Leads leads,
            Batons batons,
            HouseLetters house,
            AgreedDates dates,
            Post post,
            Clock clock) {
        this.promises = promises;
        this.contacts = contacts;
        this.links = links;
        this.leads = leads;
        this.batons = batons;
        this.house = house;
        this.dates = dates;
        this.post = post;
        this.clock = clock;
    }

    void send(String promiseId) {
        Promise promise = promises.get(promiseId);
        List<String> open = promises.of(promise.reference()).stream()
                .filter(it -> it.side().equals("client") && it.state().equals("open"))
                .filter(it -> it.dueOn().equals(promise.dueOn()))
                .map(Promise::what)
                .toList();
        contacts.main(promise.reference())
                .filter(it -> it.email() != null && it.reachable() && open.contains(promise.what()))
                .ifPresent(it -> post.send(letter(it, promise, open)));
    }

    private Letter letter(Contact to, Promise promise, List<String> open) {
        String holder = house.nameOf(batons.get(promise.reference()).holder());
        LocalDate today = dates.day(clock.instant(), dates.teamOf(promise.reference()));
        return new Letter(
                TEMPLATE + ":" + to.id() + ":" + promise.dueOn() + ":" + today,
                TEMPLATE,
                to.locale(),
                to.name(),
                Objects.requireNonNull(to.email()),
                Map.of(
                        "contactName",
                        to.name(),
                        "holderName",
                        holder,
                        "organisation",
                        leads.shownAs(promise.reference()),
                        "items",
                        open.stream().map(it -> Map.of("what", it)).toList(),
                        "dueOn",
                        WrittenDates.day(promise.dueOn(), to.locale()),
                        "late",
                        promise.dueOn().isBefore(today),
                        "page",
                        links.pageOf(to)),
                promise.reference().value(),
                holder,
                links.replyAddressOf(to),
                true,
                null,
                List.of());
    }
}
