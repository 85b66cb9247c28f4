package org.batonrelay.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.batonrelay.baton.EarlierRunners;
import org.batonrelay.correspondence.Channel;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.correspondence.Enclosures;
import org.batonrelay.correspondence.HolderNames;
import org.batonrelay.correspondence.Matching;
import org.batonrelay.correspondence.Message;
import org.batonrelay.correspondence.MessageNotice;
import org.batonrelay.correspondence.PassingOn;
import org.batonrelay.correspondence.Speaker;
import org.batonrelay.inbound.signed.Signer;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Leads;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Outbox;
import org.batonrelay.mail.SentMail;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.summary.MailedAnswers;
import org.batonrelay.summary.Summary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person on the client's side has written: an answer to a summary, or anything else, which goes to the holder. */
@Component
@Transactional
class ClientMail {

    private final Matching matching;
    private final MailedAnswers answers;
    private final UnmistakableYes yeses;
    private final ClientWords said;
    private final Leads leads;
    private final Outbox outbox;
    private final Correspondence correspondence;
    private final Enclosures enclosures;
    private final FormerRunner former;
    private final PassingOn passingOn;
    private final EarlierRunners runners;
    private final HolderNames names;

    ClientMail(
            Matching matching,
            MailedAnswers answers,
            UnmistakableYes yeses,
            ClientWords said,
            Leads leads,
            Outbox outbox,
            Correspondence correspondence,
            Enclosures enclosures,
            FormerRunner former,
            PassingOn passingOn,
            EarlierRunners runners,
            HolderNames names) {
        this.matching = matching;
        this.answers = answers;
        this.yeses = yeses;
        this.said = said;
        this.leads = leads;
        this.outbox = outbox;
        this.correspondence = correspondence;
        this.enclosures = enclosures;
        this.former = former;
        this.passingOn = passingOn;
        this.runners = runners;
        this.names = names;
    }

    /** @return whether it is about a lead */
    boolean take(IncomingMail mail) {
        Optional<Matching.Match> match = matching.of(mail);
        match.ifPresent(it -> take(mail, it));
        return match.isPresent();
    }

    private void take(IncomingMail mail, Matching.Match match) {
        Contact sender = match.sender();
        SentMail answered = match.answers();
        Summary summary = sender == null || answered == null
                ? null
                : answers.askedBy(answered.key())
                        .filter(it -> it.reference().equals(match.reference()) && it.isWanted())
                        .orElse(null);
        if (sender == null || answered == null || summary == null || mail.isNoAnswer()) {
            pass(mail, match);
        } else {
            answer(mail, match, new Answered(sender, summary, answered));
        }
    }

    private record Answered(Contact by, Summary summary, SentMail mail) {}

    private void answer(IncomingMail mail, Matching.Match match, Answered answered) {
        Summary summary = answered.summary();
        UnmistakableYes.Question question = new UnmistakableYes.Question(
                answered.mail().messageId(),
                answered.mail().subject(),
                sent(match),
                signer(mail, match),
                names(mail, match.reference(), answered.by()));
        boolean yes = !mail.onlySeemsAutomatic() && yeses.is(mail, question);
        String text = said.of(mail, question.signer(), question.subject(), question.sent(), true);
        if (yes && !summary.isWaiting()) {
            pass(mail, match);
        } else if (yes && answers.isFor(answered.by(), summary) && !answers.isUnsorted(answered.by(), summary)) {
            heard(mail, match, text);
            answers.confirm(answered.by(), summary, mail.id());
        } else {
            correspondence.tellHolder(heard(mail, match, text), MessageNotice.TO_SORT);
            answers.sort(answered.by(), summary, mail.id(), text);
        }
    }

    /** To whoever holds the lead today, whomever the client believes to write to. */
    private void pass(IncomingMail mail, Matching.Match match) {
        Message message = heard(mail, match, said.of(mail, signer(mail, match), subject(match), sent(match), false));
        boolean bare = !mail.fromIsProven() && !match.isAnswer();
        correspondence.tellHolder(message, bare ? MessageNotice.UNPROVEN : hint(mail));
        former.addressed(match.reference(), mail, match.answers())
                .ifPresent(person -> passingOn.passOn(match.reference(), message, person));
    }

    private static String hint(IncomingMail mail) {
        return mail.onlySeemsAutomatic() || mail.sort() == IncomingMail.Sort.NOTICE ? MessageNotice.MARKED : "";
    }

    private Message heard(IncomingMail mail, Matching.Match match, String text) {
        Contact sender = match.sender();
        Message message = correspondence.heard(
                match.reference(),
                sender == null ? Speaker.stranger(mail.fromName(), mail.fromAddress()) : Speaker.of(sender),
                Channel.MAIL,
                text,
                mail.subject(),
                mail.id());
        enclosures.keep(mail, message);
        enclosures.propose(mail, message);
        enclosures.proposeSuccessor(mail, message);
        return message;
    }

    private static String subject(Matching.Match match) {
        return match.answers() == null ? "" : match.answers().subject();
    }

    private List<String> sent(Matching.Match match) {
        return match.answers() == null
                ? List.of()
                : outbox.textsOf(match.answers().key());
    }

    private Signer signer(IncomingMail mail, Matching.Match match) {
        return Signer.of(
                mail.fromName(),
                match.sender() == null ? "" : match.sender().name(),
                mail.fromAddress(),
                leads.get(match.reference()).organisation());
    }

    private List<String> names(IncomingMail mail, LeadReference reference, Contact sender) {
        List<String> known = new ArrayList<>(List.of(sender.name(), mail.fromName(), names.ofHolder(reference)));
        runners.of(reference).stream()
                .filter(it -> !it.isGroup())
                .map(it -> names.of(it.id()))
                .forEach(known::add);
        return known;
    }
}
