package org.batonrelay.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * GreenMail, by SMTP and IMAP, whose answers leave at once. It writes each of them in several small pieces, and TCP
 * keeps the second until the reader has acknowledged the first: 40 ms for every mail that is read.
 */
class PromptMailServer extends GreenMail {

    PromptMailServer(ServerSetup smtp, ServerSetup imap) {
        super(new ServerSetup[] {smtp, imap});
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        return Map.of(
                ServerSetup.PROTOCOL_SMTP, new Smtp(setups[0], managers),
                ServerSetup.PROTOCOL_IMAP, new Imap(setups[1], managers));
    }

    private static class Smtp extends SmtpServer {

        Smtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected void handleClientSocket(Socket reader) throws SocketException {
            reader.setTcpNoDelay(true);
            super.handleClientSocket(reader);
        }
    }

    /** GreenMail's own is final; it is no more than this. */
    private static class Imap extends AbstractServer {

        Imap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket reader) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), reader);
        }

        @Override
        protected void handleClientSocket(Socket reader) throws SocketException {
            reader.setTcpNoDelay(true);
            super.handleClientSocket(reader);
        }
    }
}
