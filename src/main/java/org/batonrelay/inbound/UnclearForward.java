package org.batonrelay.inbound;

import java.util.Map;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Answers one of us whose mail to the address for new leads does not say whose enquiry it is: what to do. */
@Component
class UnclearForward implements Errand {

    private static final String NAME = "forward-unclear";

    private final Errands errands;
    private final Notices notices;

    UnclearForward(Errands errands, Notices notices) {
        this.errands = errands;
        this.notices = notices;
    }

    void tell(IncomingMail mail, Person colleague, String why) {
        errands.later(
                null,
                NAME,
                String.join(
                        "\n",
                        colleague.id(),
                        mail.id(),
                        Correspondence.cut(mail.subject(), 200).replaceAll("\\s+", " "),
                        why));
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the colleague, the mail, its subject, and why nothing has come of it: a line each */
    @Override
    public void run(String payload) {
        String[] part = payload.split("\n", 4);
        notices.tell(Notice.of(NAME + ":" + part[1], NAME, Recipient.person(part[0]))
                .showing(Map.of("subject", part[2].isBlank() ? "(no subject)" : part[2], "why", part[3]))
                .atOnce());
    }
}
