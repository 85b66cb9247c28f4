package org.batonrelay.mail;

import com.icegreen.greenmail.util.GreenMail;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Finds out which mailbox is read: the one that is set, else the built-in server's, else none. */
@Component
@EnableConfigurationProperties({MailSettings.class, InboxSettings.class})
public class InboxSetup {

    private static final int IMAP = 143;
    private static final int IMAP_OVER_TLS = 993;

    private final @Nullable ImapAccount account;

    public InboxSetup(InboxSettings inbox, MailSettings mail, ObjectProvider<GreenMail> builtIn) {
        if (inbox.namesServer()) {
            int port = inbox.port() > 0 ? inbox.port() : inbox.ssl() ? IMAP_OVER_TLS : IMAP;
            account = new ImapAccount(
                    String.valueOf(inbox.host()), port, inbox.ssl(), inbox.user(), inbox.password(), false);
        } else if (builtIn.getIfAvailable() != null) {
            String box = CatchAllMailbox.address(mail);
            account = new ImapAccount("127.0.0.1", mail.imapPort(), false, box, box, inbox.trustSenders());
        } else {
            account = null;
        }
    }

    public Optional<ImapAccount> account() {
        return Optional.ofNullable(account);
    }

    /** Whether the sender of every mail is believed, because everything comes from this machine. */
    public boolean trustsSenders() {
        return account != null && account.sendersAreTrusted();
    }
}
