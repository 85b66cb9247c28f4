package org.batonrelay.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Matching;
import org.batonrelay.correspondence.Notes;
import org.batonrelay.correspondence.Speaker;
import org.batonrelay.inbound.signed.Signer;
import org.batonrelay.inbox.IncomingMails;
import org.batonrelay.lead.Contact;
import org.batonrelay.meeting.InvitationAnswers;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What calendar programs answer to invitations, and what people write with it: into the mail, or into the calendar file.
 * A client's words are a message like any other, one of our own people's a note.
 */
@Component
@Transactional
class MeetingReplies {

    private final Matching matching;
    private final IncomingMails mails;
    private final InvitationAnswers answers;
    private final ClientWords said;
    private final Correspondence correspondence;
    private final Notes notes;
    private final People people;

    MeetingReplies(
            Matching matching,
            IncomingMails mails,
            InvitationAnswers answers,
            ClientWords said,
            Correspondence correspondence,
            Notes notes,
            People people) {
        this.matching = matching;
        this.mails = mails;
        this.answers = answers;
        this.said = said;
        this.correspondence = correspondence;
        this.notes = notes;
        this.people = people;
    }

    /** @return whether it was an answer to an invitation of ours; else it may still be a word of somebody's */
    boolean take(IncomingMail mail) {
        return matching.of(mail).map(match -> isTaken(mail, match)).orElse(false);
    }

    private boolean isTaken(IncomingMail mail, Matching.Match match) {
        Contact contact = match.sender() != null ? match.sender() : match.owner();
        if (contact == null) {
            return false;
        }
        List<byte[]> files = mail.attachments().stream()
                .filter(it -> isCalendar(it.type()))
                .flatMap(it -> mails.content(mail.id(), it.number()).stream())
                .toList();
        String words = words(mail, match, contact, files);
        boolean taken = files.stream().anyMatch(ics -> answers.take(contact.reference(), contact, ics, words));
        if (taken && !words.isBlank()) {
            keep(mail, match, words);
        }
        return taken;
    }

    private static boolean isCalendar(String type) {
        String small = type.toLowerCase(Locale.ROOT);
        return small.startsWith("text/calendar") || small.startsWith("application/ics");
    }

    /** The mail's own words, and those of the file where they are others. */
    private String words(IncomingMail mail, Matching.Match match, Contact contact, List<byte[]> files) {
        Signer signer =
                Signer.of(mail.fromName(), match.sender() == null ? "" : contact.name(), mail.fromAddress(), "");
        String written = InvitationWords.in(said.ownOf(mail, signer));
        String inFile = files.stream()
                .map(ics -> answers.wordsIn(contact.reference(), ics))
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse("");
        String bare = ClientWords.bare(written);
        String bareInFile = ClientWords.bare(inFile);
        if (bare.contains(bareInFile)) {
            return written;
        }
        return bareInFile.contains(bare) ? inFile : written + "\n\n" + inFile;
    }

    private void keep(IncomingMail mail, Matching.Match match, String words) {
        Optional<Person> colleague = people.withAddress(mail.fromAddress());
        if (match.sender() == null && colleague.isPresent()) {
            notes.write(match.reference(), colleague.get().id(), words);
            return;
        }
        Speaker speaker = match.sender() == null
                ? Speaker.stranger(mail.fromName(), mail.fromAddress())
                : Speaker.of(match.sender());
        correspondence.tellHolder(
                correspondence.heard(match.reference(), speaker, Channel.MAIL, words, mail.subject(), mail.id()), "");
    }
}
