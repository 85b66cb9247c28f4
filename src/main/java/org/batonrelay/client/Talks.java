package org.batonrelay.client;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.baton.Leg;
import org.batonrelay.lead.Contact;
import org.batonrelay.summary.Answer;
import org.batonrelay.summary.ClientAnswers;
import org.batonrelay.summary.HeadingTitles;
import org.batonrelay.summary.Summaries;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;

/** The summaries that a contact knows, as they see them. */
@Component
class Talks {

    private final Summaries summaries;
    private final ClientAnswers answers;
    private final SpokenDates dates;
    private final HeadingTitles titles;

    Talks(Summaries summaries, ClientAnswers answers, SpokenDates dates, HeadingTitles titles) {
        this.summaries = summaries;
        this.answers = answers;
        this.dates = dates;
        this.titles = titles;
    }

    /** Newest first; what was written but never reached them is not among them. */
    List<Summary> knownTo(Contact contact) {
        return summaries.sentTo(contact.id()).stream()
                .filter(Summary::isKnownToClient)
                .toList();
    }

    /** The newest one that we wrote to them, when they have given their word on it. */
    Optional<Summary> lastAnswered(Contact contact) {
        return knownTo(contact).stream()
                .filter(it -> !it.author().startsWith("client:"))
                .findFirst()
                .filter(it -> ("client:" + contact.email()).equals(it.answeredBy())
                        || !answers.by(contact, it).isEmpty());
    }

    /** @param newest whether it is the one that can still be answered */
    ClientPage.Talk show(Summary summary, Contact contact, boolean newest, Locale language) {
        List<Answer> said = answers.by(contact, summary);
        Optional<Answer> last = said.isEmpty() ? Optional.empty() : Optional.of(said.get(said.size() - 1));
        boolean wanted = summary.isWaiting() && last.isEmpty();
        Instant answeredAt = last.map(Answer::answeredAt).orElse(summary.answeredAt());
        return new ClientPage.Talk(
                summary.id(),
                summary.version(),
                dates.day(summary.sentAt(), language),
                dates.day(summary.nextStepOn(), language),
                titles.of(summary, language).entrySet().stream()
                        .map(it -> new ClientPage.Heading(
                                it.getKey(),
                                it.getValue(),
                                summary.headings().byName().get(it.getKey())))
                        .toList(),
                wanted ? null : state(summary, contact, last),
                dates.day(answeredAt, language),
                summary.leg().equals(Leg.ONBOARDING.id()),
                newest && wanted,
                newest
                        && summary.status() != Summary.Status.WITHDRAWN
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
}
