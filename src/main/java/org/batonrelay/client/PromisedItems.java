package org.batonrelay.client;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.baton.Holder;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.lead.Contact;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;

/** What was promised, as far as a contact knows of it. */
@Component
class PromisedItems {

    private final Promises promises;
    private final Talks talks;
    private final Faces faces;
    private final SpokenDates dates;

    PromisedItems(Promises promises, Talks talks, Faces faces, SpokenDates dates) {
        this.promises = promises;
        this.talks = talks;
        this.faces = faces;
        this.dates = dates;
    }

    /** What is due first comes first. */
    List<ClientPage.Item> of(Contact contact, Locale language) {
        return knownTo(contact).stream()
                .map(it -> item(it, language))
                .sorted(Comparator.comparing(ClientPage.Item::dueOn))
                .toList();
    }

    /** What they themselves have to do; empty for anything else. */
    Optional<Promise> theirOwn(Contact contact, String id) {
        return knownTo(contact).stream()
                .filter(it -> it.id().equals(id) && it.side().equals("client"))
                .findFirst();
    }

    /** Promises of summaries that this contact knows; those made elsewhere are for the main contact. */
    private List<Promise> knownTo(Contact contact) {
        Set<String> known = talks.knownTo(contact).stream().map(Summary::id).collect(Collectors.toSet());
        return promises.of(contact.reference()).stream()
                .filter(it -> it.summaryId() == null ? contact.main() : known.contains(it.summaryId()))
                .toList();
    }

    private ClientPage.Item item(Promise promise, Locale language) {
        boolean open = promise.state().equals("open");
        boolean late = open && promise.dueOn().isBefore(dates.today());
        return new ClientPage.Item(
                promise.id(),
                promise.summaryId(),
                promise.side(),
                faces.nameOf(new Holder(promise.owner())),
                promise.what(),
                dates.day(promise.dueOn(), language),
                late ? "late" : promise.state(),
                promise.dueOn());
    }
}
