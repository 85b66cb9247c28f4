package org.batonrelay.correspondence;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import org.batonrelay.inbox.IncomingMails;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.PutAside;
import org.batonrelay.team.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a mail carries beside its words: files, and people it was copied to. */
@Component
@Transactional
public class Enclosures {

    private static final int MOST_FILES = 20;
    private static final int MOST_PEOPLE = 10;

    private final IncomingMails mails;
    private final Files files;
    private final Proposals proposals;
    private final People people;

    Enclosures(IncomingMails mails, Files files, Proposals proposals, People people) {
        this.mails = mails;
        this.files = files;
        this.proposals = proposals;
        this.people = people;
    }

    /** Keeps the files of a mail with the message that it is; those that are refused are on the list as well. */
    public void keep(IncomingMail mail, Message message) {
        List<IncomingMail.Enclosure> enclosed = mail.attachments().stream()
                .filter(it -> mail.sort() != IncomingMail.Sort.INVITATION_ANSWER
                        || !it.type().toLowerCase(Locale.ROOT).startsWith("text/calendar"))
                .toList();
        enclosed.stream().limit(MOST_FILES).forEach(it -> keep(mail, it, message));
        if (enclosed.size() > MOST_FILES) {
            files.refuse(
                    message,
                    enclosed.size() - MOST_FILES + " more",
                    "only the first " + MOST_FILES
                            + " files of a mail are kept. Ask for the others in a further mail.");
        }
    }

    private void keep(IncomingMail mail, IncomingMail.Enclosure file, Message message) {
        try {
            mails.content(mail.id(), file.number()).ifPresent(content -> files.enclose(message, file.name(), content));
        } catch (PutAside e) {
            files.refuse(message, file.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Whom a client has copied in may belong to them: a proposal, no more. */
    public void propose(IncomingMail mail, Message message) {
        mail.cc().stream().limit(MOST_PEOPLE).forEach(it -> propose(it, message));
    }

    /** Where whoever has left asks us to write may be somebody of theirs, too. */
    public void proposeSuccessor(IncomingMail mail, Message message) {
        mail.newAddresses().stream().limit(MOST_PEOPLE).forEach(it -> propose(it, message));
    }

    private void propose(String copied, Message message) {
        try {
            InternetAddress person = new InternetAddress(copied, false);
            String address = String.valueOf(person.getAddress()).toLowerCase(Locale.ROOT);
            if (people.withAddress(address).isEmpty() && address.contains("@") && address.length() <= 254) {
                String name = person.getPersonal();
                proposals.propose(message, name == null ? "" : name, address);
            }
        } catch (AddressException e) {
            // what nobody can write to is nobody to propose
        }
    }
}
