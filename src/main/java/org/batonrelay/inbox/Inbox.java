package org.batonrelay.inbox;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.batonrelay.mail.ImapAccount;
import org.batonrelay.mail.InboxSettings;
import org.batonrelay.mail.InboxSetup;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Empties the mailbox: each mail is stored, and only then moved to the folder of taken ones. Who dies in between finds
 * it again, sees that it is stored, and only moves it; so do two of us at the same time.
 */
@Component
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final int AT_A_TIME = 25;

    private final InboxSetup setup;
    private final InboxSettings settings;
    private final IncomingMails mails;
    private final Set<Long> unmoved = new HashSet<>();

    Inbox(InboxSetup setup, InboxSettings settings, IncomingMails mails) {
        this.setup = setup;
        this.settings = settings;
        this.mails = mails;
    }

    /**
     * Takes whatever lies in the mailbox now; what is stored is acted on later, by the errand {@code take-mail}.
     *
     * @return how many mails were new
     * @throws InboxClosed when there is no mailbox, or it cannot be read
     */
    public synchronized int takeAll() {
        ImapAccount account = setup.account().orElseThrow(() -> new InboxClosed("no mailbox is set", null));
        try (Store store = account.open();
                Folder folder = store.getFolder(settings.folder())) {
            folder.open(Folder.READ_WRITE);
            return empty(new OpenMailbox((IMAPFolder) folder, taken(folder)));
        } catch (MessagingException e) {
            throw new InboxClosed("the mailbox of " + account + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Folder taken(Folder folder) throws MessagingException {
        Folder taken = folder.getStore().getFolder(settings.takenFolder());
        if (!taken.exists()) {
            taken.create(Folder.HOLDS_MESSAGES);
        }
        return taken;
    }

    /** One pass over what lies there now, so that it ends whatever the server does meanwhile. */
    private int empty(OpenMailbox mailbox) throws MessagingException {
        List<Message> all = mailbox.messages();
        Set<String> left = mails.left();
        int fresh = 0;
        for (int first = 0; first < all.size(); first += AT_A_TIME) {
            List<Message> some = all.subList(first, Math.min(all.size(), first + AT_A_TIME));
            Set<Message> here = mailbox.fetch(some);
            List<Message> stored = new ArrayList<>();
            for (Message message : some) {
                try {
                    fresh += store(mailbox.content(message, here.contains(message)), message.getSize()) ? 1 : 0;
                    stored.add(message);
                    if (left.contains(mailbox.name(message))) {
                        mails.isHereAfterAll(mailbox.name(message));
                    }
                } catch (MessageRemovedException e) {
                    LOG.debug("another reader was faster", e);
                } catch (IOException | MessagingException | DataIntegrityViolationException e) {
                    leaveIfThere(mailbox, message, left, e);
                }
            }
            mailbox.move(stored).forEach(this::stays);
        }
        return fresh;
    }

    /** What could not be read may be so because another reader has taken it meanwhile. */
    private void leaveIfThere(OpenMailbox mailbox, Message message, Set<String> left, Exception cause)
            throws MessagingException {
        try {
            leave(mailbox, message, left, cause);
        } catch (MessageRemovedException e) {
            LOG.debug("another reader was faster", e);
        }
    }

    /** The others must not wait for it; a person finds it there, and on the list of what was put aside. */
    private void leave(OpenMailbox mailbox, Message message, Set<String> left, Exception cause)
            throws MessagingException {
        String name = mailbox.name(message);
        if (left.contains(name)) {
            return;
        }
        LOG.warn("A mail cannot be taken and stays in {}: {}", settings.folder(), cause.getMessage());
        try {
            mails.leave(
                    name,
                    mailbox.subject(message),
                    message.getSize(),
                    "It could not be read out of the mailbox and still lies in " + settings.folder()
                            + "; it is tried again. The server said: " + cause.getMessage());
        } catch (DataIntegrityViolationException e) {
            LOG.debug("another reader has told of it", e);
        }
    }

    /** It is stored and acted on; only its place is wrong. */
    private void stays(long uid, Exception cause) {
        if (unmoved.add(uid)) {
            LOG.warn("A mail was taken and cannot be moved out of {}: {}", settings.folder(), cause.getMessage());
        }
    }

    private boolean store(InputStream mailbox, long size) throws MessagingException, IOException {
        try (InputStream content = mailbox) {
            ArrivedMail mail =
                    ArrivedMail.read(content, size, (int) settings.maxSize().toBytes());
            if (mail.whole()) {
                mails.store(mail);
            } else {
                mails.keepAside(
                        mail,
                        "It is bigger than " + settings.maxSize().toMegabytes()
                                + " MB: only its headers are kept here.");
            }
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
