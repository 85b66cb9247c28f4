package org.batonrelay.notice;

import java.util.List;
import org.batonrelay.notice.NoticeSettings.Where;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Who reads what is for a person or a group: a group by its channel, else its address, else each of its people. */
@Component
class AddressBook {

    private final People people;
    private final NoticeSettings settings;

    AddressBook(People people, NoticeSettings settings) {
        this.people = people;
        this.settings = settings;
    }

    List<Reader> readersOf(Recipient to) {
        if (!to.isGroup()) {
            return people.person(to.id()).map(this::person).stream().toList();
        }
        Where where = settings.whereOf(to);
        if (where.inSlack() != null || where.slackWebhook() != null || where.teamsWebhook() != null) {
            return List.of(new Reader(to, people.groupName(to.id()), null, where));
        }
        return people.addressesOf(to.id()).stream()
                .map(one -> one.id().equals(to.id()) ? new Reader(to, one.name(), one.email(), where) : person(one))
                .toList();
    }

    private Reader person(Person one) {
        Recipient recipient = Recipient.person(one.id());
        return new Reader(recipient, one.name(), one.email(), settings.whereOf(recipient));
    }
}
