package org.batonrelay.inbox;

import java.util.Optional;
import org.batonrelay.mail.ImapAccount;
import org.batonrelay.mail.InboxSettings;
import org.batonrelay.mail.InboxSetup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox again and again while Baton runs; a server that is gone is told of once. */
@Component
class InboxWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

    private static final long PATIENCE_MILLIS = 10_000;

    private final Inbox inbox;
    private final InboxSetup setup;
    private final InboxSettings settings;
    private @Nullable Thread watcher;
    private @Nullable String trouble;

    InboxWatch(Inbox inbox, InboxSetup setup, InboxSettings settings) {
        this.inbox = inbox;
        this.setup = setup;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        Optional<ImapAccount> account = setup.account();
        if (account.isEmpty()) {
            LOG.warn("Nobody reads what clients answer: set baton.mail.inbox.host to the IMAP server of {}.", settings);
            return;
        }
        LOG.info("Reading the mail of {}", account.get());
        Thread thread = new Thread(this::watch, "inbox");
        watcher = thread;
        thread.start();
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            try {
                Thread.sleep(settings.pollEvery().toMillis());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Nothing may end the watch: what went wrong is over at the next look, or told of. */
    private void look() {
        try {
            inbox.takeAll();
            if (trouble != null) {
                LOG.info("The mailbox can be read again.");
            }
            trouble = null;
        } catch (RuntimeException e) {
            String now = String.valueOf(e.getMessage());
            if (!now.equals(trouble)) {
                LOG.warn("No mail comes in now, and is tried again every {}: {}", settings.pollEvery(), now);
            }
            trouble = now;
        }
    }

    @Override
    public void stop() {
        Thread thread = watcher;
        watcher = null;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return watcher != null;
    }
}
