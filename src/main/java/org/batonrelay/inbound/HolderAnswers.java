package org.batonrelay.inbound;

import java.util.Optional;
import org.batonrelay.correspondence.AnswerLetter;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Enclosures;
import org.batonrelay.correspondence.Files;
import org.batonrelay.correspondence.Matching;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.Speakers;
import org.batonrelay.engine.Errands;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.PutAside;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/**
 * What our people answer to a client out of their own mailbox: on record, and on its way to the client in their name.
 * Only whoever was sent the address can answer from it. In the caller's transaction.
 */
@Component
class HolderAnswers {

    private final Matching matching;
    private final Correspondence correspondence;
    private final Speakers speakers;
    private final Enclosures enclosures;
    private final Files files;
    private final People people;
    private final Errands errands;

    HolderAnswers(
            Matching matching,
            Correspondence correspondence,
            Speakers speakers,
            Enclosures enclosures,
            Files files,
            People people,
            Errands errands) {
        this.matching = matching;
        this.correspondence = correspondence;
        this.speakers = speakers;
        this.enclosures = enclosures;
        this.files = files;
        this.people = people;
        this.errands = errands;
    }

    /**
     * @return whether it came to such an address of this colleague's
     * @throws PutAside when there is nothing in it that could be sent
     */
    boolean take(IncomingMail mail, Person colleague) {
        Optional<Message> asked = matching.answeredMessage(mail)
                .filter(it -> it.person().equals(colleague.id()) || people.isIn(colleague.id(), it.person()))
                .flatMap(it -> correspondence.find(it.messageId()));
        asked.ifPresent(it -> answer(it, mail, colleague));
        return asked.isPresent();
    }

    private void answer(Message asked, IncomingMail mail, Person colleague) {
        if (mail.said().isBlank() && mail.attachments().isEmpty()) {
            throw new PutAside("The answer of " + colleague.name()
                    + " to a client has no text of its own, so nothing was" + " sent. Write it above what is quoted.");
        }
        Message answer = correspondence.told(
                asked.reference(),
                speakers.of(asked),
                asked.channel(),
                mail.said().isBlank() ? "" : mail.said(),
                subject(asked),
                colleague.id(),
                mail.id());
        enclosures.keep(mail, answer);
        files.of(asked.reference()).stream()
                .filter(it -> answer.id().equals(it.messageId()))
                .forEach(it -> files.share(it.id(), colleague.id()));
        errands.later(null, AnswerLetter.NAME, new AnswerLetter.Answered(answer.id(), asked.id()));
    }

    private static String subject(Message asked) {
        String subject = asked.subject();
        if (subject == null || subject.isBlank()) {
            return "";
        }
        return subject.matches("(?i)^(re|aw)\\s*:.*") ? subject : "Re: " + subject;
    }
}
