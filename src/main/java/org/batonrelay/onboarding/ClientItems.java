package org.batonrelay.onboarding;

import org.batonrelay.baton.Batons;
import org.batonrelay.baton.Promise;
import org.batonrelay.baton.Promises;
import org.batonrelay.lead.Contact;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the client has promised, and says is done. */
@Component
@Transactional
public class ClientItems {

    private final Promises promises;
    private final OnboardingProcess process;
    private final Batons batons;
    private final ClientItemNotice notice;

    ClientItems(Promises promises, OnboardingProcess process, Batons batons, ClientItemNotice notice) {
        this.promises = promises;
        this.process = process;
        this.batons = batons;
        this.notice = notice;
    }

    /**
     * The promise is kept; in an onboarding its task is withdrawn in the same transaction, and the holder is told.
     *
     * @return whether it was open until now
     * @throws IllegalArgumentException when it is not the client's to do
     */
    public boolean done(Promise promise, Contact by) {
        if (!promise.side().equals("client")) {
            throw new IllegalArgumentException(promise.id() + " is ours to keep");
        }
        boolean kept = promises.keepIfOpen(promise.id(), "client:" + by.email());
        if (kept) {
            process.promiseKept(promise);
            // the client is no longer waited for: the holder's time begins now
            batons.touch(promise.reference());
            notice.later(promise, by);
        }
        return kept;
    }
}
