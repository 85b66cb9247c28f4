package org.batonrelay.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
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
        return boxes().filter(box -> address(box).toLowerCase(Locale.ROOT).contains(wanted))
                .flatMap(box -> mailsIn(box).map(mail -> ReceivedMailReader.read(address(box), mail)))
                .sorted(Comparator.comparing(ReceivedMail::at)
                        .thenComparing(ReceivedMail::uid)
                        .reversed())
                .toList();
    }

    Optional<ReceivedMail> find(String box, long uid) {
        return boxes().filter(it -> address(it).equals(box))
                .flatMap(this::mailsIn)
                .filter(mail -> mail.getUid() == uid)
                .map(mail -> ReceivedMailReader.read(box, mail))
                .findFirst();
    }

    private Stream<GreenMailUser> boxes() {
        return server.getUserManager().listUser().stream();
    }

    private Stream<StoredMessage> mailsIn(GreenMailUser box) {
        try {
            return server.getManagers().getImapHostManager().getInbox(box).getMessages().stream();
        } catch (FolderException e) {
            throw new IllegalStateException("the box of " + address(box) + " cannot be read", e);
        }
    }

    private static String address(GreenMailUser box) {
        return box.getEmail();
    }
}
