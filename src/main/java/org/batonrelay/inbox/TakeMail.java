package org.batonrelay.inbox;

import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.reading.MailReader;
import org.batonrelay.reading.PutAside;
import org.batonrelay.reading.StoredMail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads a stored mail and hands it to whoever acts on it, in one transaction with the mark that it was taken. */
@Component
public class TakeMail implements Errand<String> {

    public static final ErrandName<String> NAME = ErrandName.ofText("take-mail");

    private final IncomingMails mails;
    private final MailReader reader;
    private final ObjectProvider<MailTaker> taker;

    TakeMail(IncomingMails mails, MailReader reader, ObjectProvider<MailTaker> taker) {
        this.mails = mails;
        this.reader = reader;
        this.taker = taker;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    @Override
    public void run(String id) {
        mails.toBeTaken(id).ifPresent(this::take);
    }

    private void take(StoredMail stored) {
        try {
            IncomingMail mail = reader.read(stored);
            taker.ifAvailable(it -> it.take(mail));
            mails.settle(stored.id(), "taken", null);
        } catch (PutAside e) {
            mails.settle(stored.id(), "aside", e.getMessage());
        }
    }
}
