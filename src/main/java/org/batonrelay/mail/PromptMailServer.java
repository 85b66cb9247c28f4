package org.batonrelay.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * GreenMail, by SMTP and IMAP, whose answers leave at once. It writes each of them in several small pieces, and TCP
 * keeps the second until the reader has acknowledged the first: 40 ms for every mail that is read. And it takes mail
 * from nobody, as which other mail servers send failure messages.
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
        protected ProtocolHandler createProtocolHandler(Socket sender) {
            return new SmtpHandler(new FromNobody(), managers.getSmtpManager(), sender);
        }

        @Override
        protected void handleClientSocket(Socket reader) throws SocketException {
            reader.setTcpNoDelay(true);
            super.handleClientSocket(reader);
        }
    }

    /** GreenMail says OK to the empty sender of RFC 5321, and then that there was none. */
    private static class FromNobody extends SmtpCommandRegistry {

        private static final SmtpCommand MAIL = new MailCommand() {

            @Override
            public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
                super.execute(connection, state, manager, line);
                if (line.matches("(?i)MAIL FROM:\\s?<>.*")) {
                    state.getMessage().setReturnPath(new MailAddress(""));
                }
            }
        };

        @Override
        public SmtpCommand getCommand(String name) {
            return name.equals("MAIL") ? MAIL : super.getCommand(name);
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
