package org.batonrelay.mail;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start that found its mail ports taken with one sentence instead of a stack trace. */
class MailPortTakenAnalyzer extends AbstractFailureAnalyzer<MailPortTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable start, MailPortTaken cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop the other program (perhaps another Baton), or set baton.mail.smtp-port, spring.mail.port and"
                        + " baton.mail.imap-port.",
                cause);
    }
}
