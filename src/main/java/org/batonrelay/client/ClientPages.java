package org.batonrelay.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.batonrelay.calendar.BusinessCalendar;
import org.batonrelay.lead.Contact;
import org.batonrelay.relay.Batons;
import org.batonrelay.relay.Holder;
import org.batonrelay.relay.Promise;
import org.batonrelay.relay.Promises;
import org.batonrelay.summary.Answer;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a contact's page together; reads, and changes nothing. */
@Component
@Transactional(readOnly = true)
class ClientPages {

    private final Summaries summaries;
    private final ClientAnswers answers;
    private final Promises promises;
    private final Batons batons;
    private final People people;
    private final BusinessCalendar calendar;

    ClientPages(
            Summaries summaries,
            ClientAnswers answers,
            Promises promises,
            Batons batons,
            People people,
            BusinessCalendar calendar) {
        this.summaries = summaries;
        this.answers = answers;
        this.promises = promises;
        this.batons = batons;
        this.people = people;
        this.calendar = calendar;
    }

    ClientPage of(Contact contact, Locale language) {
        Holder holder = batons.get(contact.reference()).holder();
        List<Summary> theirs = summaries.sentTo(contact.id()).stream()
                .filter(Summary::isKnownToClient)
                .toList();
        Optional<ClientPage.Talk> talk = theirs.stream().findFirst().map(it -> talk(it, contact, language));
        List<ClientPage.Item> items = items(contact, theirs, language);
        return new ClientPage(
                contact.name(),
                nameOf(holder),
                talk.orElse(null),
                talk.isPresent() && talk.get().confirmable(),
                items.stream().filter(it -> it.state().equals("open")).toList(),
                items.stream().filter(it -> !it.state().equals("open")).toList());
    }

    private ClientPage.Talk talk(Summary summary, Contact contact, Locale language) {
        List<Answer> said = answers.by(contact, summary);
        Optional<Answer> last = said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
        boolean wanted = summary.isWaiting() && last.isEmpty();
        Instant answeredAt = last.map(Answer::answeredAt).orElse(summary.answeredAt());
        return new ClientPage.Talk(
                summary.id(),
                summary.version(),
                day(summary.sentAt(), language),
                day(summary.nextStepOn(), language),
                summary.headings().byName().entrySet().stream()
                        .map(it -> new ClientPage.Heading(it.getKey(), it.getValue()))
                        .toList(),
                wanted ? null : state(summary, contact, last),
                day(answeredAt, language),
                wanted,
                summary.status() != Summary.Status.WITHDRAWN
                        && last.filter(it -> it.verdict() == Answer.Verdict.CORRECTED)
                                .isEmpty());
    }

    /** Their own word first: it is stored before anybody has counted it. */
    private static String state(Summary summary, Contact contact, Optional<Answer> own) {
        if (summary.status() == Summary.Status.WITHDRAWN) {
            return "withdrawn";
        }
        if (own.isPresent()) {
            return own.get().verdict().id() + ".you";
        }
        String by = String.valueOf(summary.answeredBy());
        if (by.equals("client:" + contact.email())) {
            return "corrected.you";
        }
        return by.startsWith("client:") ? summary.status().id() + ".colleague" : "confirmed.spoken";
    }

    /** Promises of summaries that this contact knows; those made elsewhere are for the main contact. */
    private List<ClientPage.Item> items(Contact contact, List<Summary> theirs, Locale language) {
        Set<String> known = theirs.stream().map(Summary::id).collect(Collectors.toSet());
        return promises.of(contact.reference()).stream()
                .filter(it -> it.summaryId() == null ? contact.main() : known.contains(it.summaryId()))
                .map(it -> item(it, language))
                .sorted(Comparator.comparing(ClientPage.Item::dueOn))
                .toList();
    }

    private static ClientPage.Item item(Promise promise, Locale language) {
        return new ClientPage.Item(
                promise.side(), promise.what(), day(promise.dueOn(), language), promise.state(), promise.dueOn());
    }

    private String nameOf(Holder holder) {
        return holder.isGroup()
                ? people.groupName(holder.id())
                : people.person(holder.id()).map(Person::name).orElse(holder.id());
    }

    private @Nullable String day(@Nullable Instant at, Locale language) {
        return at == null ? null : day(LocalDate.ofInstant(at, calendar.zone("")), language);
    }

    private static String day(LocalDate date, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(date);
    }
}
