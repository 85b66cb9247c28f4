package org.batonrelay.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;

/** The mailbox that the inbox reads, and how to open it. */
public record ImapAccount(String host, int port, boolean ssl, String user, String password, boolean sendersAreTrusted) {

    private static final String PATIENCE_MILLIS = "20000";

    /** One request brings an ordinary mail; a long one comes in pieces, of which no more is read than we can hold. */
    private static final String PIECE_BYTES = String.valueOf(1024 * 1024);

    public Store open() throws MessagingException {
        String protocol = ssl ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.put("mail." + protocol + ".connectiontimeout", PATIENCE_MILLIS);
        properties.put("mail." + protocol + ".timeout", PATIENCE_MILLIS);
        properties.put("mail." + protocol + ".writetimeout", PATIENCE_MILLIS);
        properties.put("mail." + protocol + ".fetchsize", PIECE_BYTES);
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        // reading is no taking: only the move to another folder is
        properties.put("mail." + protocol + ".peek", "true");
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(host, port, user, password);
        return store;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + host + ":" + port;
    }
}
