package org.batonrelay.inbound;

import java.time.Instant;
import java.util.Optional;
import org.batonrelay.baton.Batons;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.baton.Holder;
import org.batonrelay.ledger.EntryType;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.mail.SentMail;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whether a client believes to write to somebody whose lead it is no longer. */
@Component
@Transactional(readOnly = true)
class FormerRunner {

    private final Batons batons;
    private final EarlierRunners earlier;
    private final Ledger ledger;
    private final People people;

    FormerRunner(Batons batons, EarlierRunners earlier, Ledger ledger, People people) {
        this.batons = batons;
        this.earlier = earlier;
        this.ledger = ledger;
        this.people = people;
    }

    /**
     * @param answered the mail of ours that it answers
     * @return the user id of whom they wrote to, when that is not who holds the lead
     */
    Optional<String> addressed(LeadReference reference, IncomingMail mail, @Nullable SentMail answered) {
        Holder today = batons.get(reference).holder();
        return addressedByName(reference, mail, today)
                .or(() -> Optional.ofNullable(answered).flatMap(it -> holderAt(reference, it.sentAt())))
                .filter(person -> !today.equals(Holder.person(person)));
    }

    private Optional<String> addressedByName(LeadReference reference, IncomingMail mail, Holder today) {
        var named = mail.recipients().stream()
                .flatMap(it -> people.withAddress(it).stream())
                .map(Person::id)
                .toList();
        return named.contains(today.id())
                ? Optional.empty()
                : named.stream()
                        .filter(it -> earlier.of(reference).contains(Holder.person(it)))
                        .findFirst();
    }

    private Optional<String> holderAt(LeadReference reference, Instant time) {
        return ledger.of(reference).stream()
                .filter(it -> it.type() == EntryType.HOLDER_CHANGED && !it.at().isAfter(time))
                .map(it -> new Holder(String.valueOf(it.detail().get("to"))))
                .reduce((before, after) -> after)
                .filter(it -> !it.isGroup())
                .map(Holder::id);
    }
}
