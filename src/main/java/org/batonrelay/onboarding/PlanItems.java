package org.batonrelay.onboarding;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.engine.Refusal;
import org.batonrelay.relay.AgreedDates;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Promise;
import org.batonrelay.relay.Promises;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of each item of the plan: kept, moved or dropped. */
@Component
@Transactional
class PlanItems {

    /** @param owner who has it on their list; the client's own items are looked after by today's holder */
    record Item(String inWords, String owner, Date due) {}

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Promises promises;
    private final Batons batons;
    private final PromiseOwners owners;
    private final AgreedDates dates;
    private final BusinessCalendar hours;

    PlanItems(Promises promises, Batons batons, PromiseOwners owners, AgreedDates dates, BusinessCalendar hours) {
        this.promises = promises;
        this.batons = batons;
        this.owners = owners;
        this.dates = dates;
        this.hours = hours;
    }

    Item get(String promiseId) {
        Promise promise = promises.get(promiseId);
        String team = dates.teamOf(promise.reference());
        String side = promise.side().equals("client") ? "the client does it, you see to it" : "we do it";
        return new Item(
                promise.what() + " (" + side + ", by " + promise.dueOn() + ")",
                owners.of(promise).value(),
                Date.from(hours.at(promise.dueOn(), END_OF_DAY, team)));
    }

    /** @throws Refusal when it is moved to no date or a past one */
    void settle(String promiseId, String decision, @Nullable String movedTo, @Nullable String reason) {
        Promise promise = promises.get(promiseId);
        String why = reason == null ? "" : reason;
        switch (decision) {
            case "kept" -> promises.keep(promiseId);
            case "dropped" -> promises.drop(promiseId, why);
            case "moved" -> {
                LocalDate to = dates.ahead("New date", movedTo, dates.teamOf(promise.reference()));
                promises.move(promiseId, to, why);
            }
            default -> throw new Refusal("'" + decision + "' is no decision: choose kept, moved or dropped.");
        }
        batons.touch(promise.reference());
    }
}
