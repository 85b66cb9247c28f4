package org.batonrelay.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/**
 * Brings everything that the built-in server takes for the house's own addresses into one box, as a real server's
 * catch-all does, with the address it was sent to in a header: a blind copy names it nowhere else.
 */
class CatchAllMailbox implements MessageDeliveryHandler {

    private static final String ENVELOPE_RECIPIENT = "X-Original-To";

    private final UserManager users;
    private final HouseAddresses ours;
    private final String box;

    CatchAllMailbox(UserManager users, HouseAddresses ours, MailSettings settings) {
        this.users = users;
        this.ours = ours;
        this.box = address(settings);
    }

    static String address(MailSettings settings) {
        return "inbox@" + settings.domain();
    }

    @Override
    public GreenMailUser handle(MovingMessage mail, MailAddress recipient) throws MessagingException, UserException {
        if (mail.getToAddresses().stream().noneMatch(it -> ours.include(it.getEmail()))) {
            return userOf(recipient.getEmail());
        }
        // every box gets a copy of its own, so that nobody reads there who else has it
        MimeMessage copy = new MimeMessage(mail.getMessage());
        copy.removeHeader(ENVELOPE_RECIPIENT);
        mail.setMimeMessage(copy);
        if (!ours.include(recipient.getEmail())) {
            return userOf(recipient.getEmail());
        }
        for (MailAddress it : mail.getToAddresses()) {
            if (ours.include(it.getEmail())) {
                copy.addHeader(ENVELOPE_RECIPIENT, it.getEmail());
            }
        }
        return userOf(box);
    }

    private GreenMailUser userOf(String address) throws UserException {
        GreenMailUser user = users.getUserByEmail(address);
        return user == null ? users.createUser(address, address, address) : user;
    }
}
