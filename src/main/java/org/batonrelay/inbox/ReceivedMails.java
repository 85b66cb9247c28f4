package org.batonrelay.inbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/** All mail in the built-in server's boxes. */
@Repository
@Profile("default")
@ConditionalOnProperty("baton.mail.server")
class ReceivedMails {

    private final GreenMail server;

    ReceivedMails(GreenMail server) {
        this.server = server;
    }

    /** Newest first; only those to an address that contains {@code recipient}. */
    List<ReceivedMail> to(String recipient) {
        String wanted = recipient.strip().toLowerCase(Locale.ROOT);
        return folders()
                .filter(folder -> folder.name().toLowerCase(Locale.ROOT).contains(wanted))
                .flatMap(ReceivedMails::mailsIn)
                .sorted(Comparator.comparing(ReceivedMail::at)
                        .thenComparing(ReceivedMail::uid)
                        .reversed())
                .toList();
    }

    Optional<ReceivedMail> find(String box, long uid) {
        return folders()
                .filter(folder -> folder.name().equals(box))
                .flatMap(ReceivedMails::mailsIn)
                .filter(mail -> mail.uid() == uid)
                .findFirst();
    }

    /** @param name the address, and for another folder than its inbox the folder's name behind it */
    private record Folder(String name, MailFolder folder) {}

    private Stream<Folder> folders() {
        return server.getUserManager().listUser().stream().flatMap(this::foldersOf);
    }

    private Stream<Folder> foldersOf(GreenMailUser box) {
        try {
            return server.getManagers().getImapHostManager().listMailboxes(box, "*").stream()
                    .filter(MailFolder::isSelectable)
                    .map(folder -> new Folder(name(box, folder), folder));
        } catch (FolderException e) {
            throw new IllegalStateException("the box of " + box.getEmail() + " cannot be read", e);
        }
    }

    private static String name(GreenMailUser box, MailFolder folder) {
        boolean inbox = folder.getName().equalsIgnoreCase("INBOX");
        return inbox ? box.getEmail() : box.getEmail() + " (" + folder.getName() + ")";
    }

    private static Stream<ReceivedMail> mailsIn(Folder folder) {
        return folder.folder().getMessages().stream().map(mail -> ReceivedMailReader.read(folder.name(), mail));
    }
}
