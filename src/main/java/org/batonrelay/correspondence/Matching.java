package org.batonrelay.correspondence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.ContactLinks;
import org.batonrelay.lead.Contacts;
import org.batonrelay.lead.OpenRelays;
import org.batonrelay.ledger.LeadReference;
import org.batonrelay.mail.Outbox;
import org.batonrelay.mail.SentMail;
import org.batonrelay.reading.IncomingMail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the lead that a mail is about: by the token in the address it came to, then by the mail of ours that it
 * answers, then by who sent it.
 */
@Component
@Transactional(readOnly = true)
public class Matching {

    /**
     * @param sender the contact of the lead whose address the mail came from; null for somebody else
     * @param owner whose answers come to the address that was used; null where none was
     * @param answers the mail of ours that it answers
     */
    public record Match(
            LeadReference reference,
            @Nullable Contact sender,
            @Nullable Contact owner,
            @Nullable SentMail answers) {

        /** Whether the mail itself shows that its sender has had one of ours. */
        public boolean isAnswer() {
            return owner != null || answers != null;
        }
    }

    private final AnswerAddresses answerAddresses;
    private final ContactLinks links;
    private final Contacts contacts;
    private final Outbox outbox;
    private final OpenRelays relays;
    private final Pattern replyAddress;
    private final Pattern leadAddress;
    private final String leads;

    Matching(
            AnswerAddresses answerAddresses,
            ContactLinks links,
            Contacts contacts,
            Outbox outbox,
            OpenRelays relays,
            @Value("${baton.mail.reply-prefix:reply}") String prefix,
            @Value("${baton.mail.domain}") String domain) {
        this.answerAddresses = answerAddresses;
        this.links = links;
        this.contacts = contacts;
        this.outbox = outbox;
        this.relays = relays;
        String at = "@" + Pattern.quote(domain);
        this.replyAddress = Pattern.compile(Pattern.quote(prefix) + "\\+([0-9a-z]+)" + at, Pattern.CASE_INSENSITIVE);
        this.leadAddress = Pattern.compile("lead\\+([0-9a-z-]+)" + at, Pattern.CASE_INSENSITIVE);
        this.leads = "leads@" + domain;
    }

    /** The client's mail; empty where nothing tells of which lead it is. */
    public Optional<Match> of(IncomingMail mail) {
        Contact owner = tokens(mail)
                .flatMap(token -> links.answering(token).stream())
                .findFirst()
                .orElse(null);
        SentMail answers = outbox.firstOf(mail.references()).orElse(null);
        LeadReference reference = owner != null
                ? owner.reference()
                : aboutLead(answers).or(() -> bySender(mail)).orElse(null);
        return reference == null
                ? Optional.empty()
                : Optional.of(new Match(
                        reference, contacts.find(reference, mail.fromAddress()).orElse(null), owner, answers));
    }

    /** The message of a client that one of us answers from their own mailbox. */
    public Optional<AnswerAddresses.Answering> answeredMessage(IncomingMail mail) {
        return tokens(mail)
                .flatMap(token -> answerAddresses.find(token).stream())
                .findFirst();
    }

    /** The lead that a colleague's mail was copied to. */
    public Optional<LeadReference> copiedTo(IncomingMail mail) {
        return mail.recipients().stream()
                .map(leadAddress::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1).toLowerCase(Locale.ROOT))
                .filter(LeadReference::isOne)
                .map(LeadReference::new)
                .findFirst();
    }

    /** Whether it was written to the address for whoever is no client yet, and answers nothing of ours. */
    public boolean isForLeads(IncomingMail mail) {
        return mail.recipients().stream().anyMatch(leads::equalsIgnoreCase)
                && of(mail).filter(Match::isAnswer).isEmpty();
    }

    private java.util.stream.Stream<String> tokens(IncomingMail mail) {
        return mail.recipients().stream()
                .map(replyAddress::matcher)
                .filter(Matcher::matches)
                .map(it -> it.group(1));
    }

    private static Optional<LeadReference> aboutLead(@Nullable SentMail mail) {
        return Optional.ofNullable(mail)
                .map(SentMail::reference)
                .filter(LeadReference::isOne)
                .map(LeadReference::new);
    }

    private Optional<LeadReference> bySender(IncomingMail mail) {
        List<LeadReference> known = contacts.withAddress(mail.fromAddress()).stream()
                .map(Contact::reference)
                .toList();
        return relays.findOpen(known).or(() -> known.stream().reduce((before, after) -> after));
    }
}
