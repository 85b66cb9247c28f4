package org.batonrelay.mail;

/** The built-in mail server cannot open its doors; the message is the sentence that the start ends with. */
class MailPortTaken extends RuntimeException {

    MailPortTaken(MailSettings settings, Throwable cause) {
        super(
                "The built-in mail server needs the ports " + settings.smtpPort() + " and " + settings.imapPort()
                        + " of this machine, and another program has one of them.",
                cause);
    }
}
