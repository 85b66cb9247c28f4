package org.batonrelay.inbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.batonrelay.reading.HeaderText;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The mailbox while it is emptied, perhaps by another of us at the same time.
 *
 * @param taken where what was taken goes
 */
record OpenMailbox(IMAPFolder folder, Folder taken) {

    /** Mails up to this size come several at a time: asking for each would take longer than all the rest. */
    private static final int SMALL_BYTES = 128 * 1024;

    private static final FetchProfile SIZE = new FetchProfile();
    private static final FetchProfile WHOLE = new FetchProfile();

    static {
        SIZE.add(FetchProfile.Item.SIZE);
        SIZE.add(UIDFolder.FetchProfileItem.UID);
        WHOLE.add(IMAPFolder.FetchProfileItem.MESSAGE);
    }

    List<Message> messages() throws MessagingException {
        return List.of(folder.getMessages());
    }

    /** Names a mail for every reader of this mailbox, for ever. */
    String name(Message message) throws MessagingException {
        return "left:" + folder.getUIDValidity() + ":" + folder.getUID(message);
    }

    /** As far as the server tells it. */
    String subject(Message message) {
        try {
            return HeaderText.oneLine(message.getSubject(), 500);
        } catch (MessagingException e) {
            return "";
        }
    }

    /** Names a mail in this mailbox. */
    long number(Message message) throws MessagingException {
        return folder.getUID(message);
    }

    /** Those that are here now; none where the server cannot give them together, perhaps for one of them. */
    Set<Message> fetch(List<Message> messages) throws MessagingException {
        folder.fetch(messages.toArray(Message[]::new), SIZE);
        Set<Message> small = small(messages);
        try {
            folder.fetch(small.toArray(Message[]::new), WHOLE);
            return small;
        } catch (MessagingException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            return Set.of();
        }
    }

    private static Set<Message> small(List<Message> messages) throws MessagingException {
        Set<Message> small = new LinkedHashSet<>();
        for (Message message : messages) {
            if (!message.isExpunged() && message.getSize() >= 0 && message.getSize() <= SMALL_BYTES) {
                small.add(message);
            }
        }
        return small;
    }

    /** A mail that is here already is read here; of any other no more is fetched than is kept. */
    InputStream content(Message message, boolean here) throws MessagingException, IOException {
        if (!here) {
            return ((IMAPMessage) message).getMimeStream();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        message.writeTo(content);
        return new ByteArrayInputStream(content.toByteArray());
    }

    /** @return by number, those that are still there, and why */
    Map<Long, Exception> move(List<Message> stored) throws MessagingException {
        try {
            moveThoseThere(stored);
            return Map.of();
        } catch (MessagingException e) {
            // another reader may have moved some of them: the server tells which, and the others can be moved
            return moveOneByOne(stored);
        }
    }

    private void moveThoseThere(List<Message> stored) throws MessagingException {
        Message[] there = stored.stream().filter(it -> !it.isExpunged()).toArray(Message[]::new);
        if (there.length > 0) {
            folder.moveMessages(there, taken);
        }
    }

    private Map<Long, Exception> moveOneByOne(List<Message> stored) throws MessagingException {
        Map<Long, Exception> left = new LinkedHashMap<>();
        hearWhatIsGone();
        for (Message message : stored) {
            try {
                moveThoseThere(List.of(message));
            } catch (MessagingException e) {
                hearWhatIsGone();
                if (!message.isExpunged()) {
                    left.put(number(message), e);
                }
            }
        }
        return left;
    }

    /** Asking for the number makes the server say; a mailbox that has closed throws. */
    private void hearWhatIsGone() throws MessagingException {
        if (folder.getMessageCount() < 0 || !folder.isOpen()) {
            throw new MessagingException("the mailbox has closed");
        }
    }
}
