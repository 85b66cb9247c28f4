package org.batonrelay.inbound;

import java.util.Map;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.reading.IncomingMail;
import org.batonrelay.team.Person;
import org.springframework.stereotype.Component;

/** Answers one of us whose mail to the address for new leads does not say whose enquiry it is: what to do. */
@Component
class UnclearForward implements Errand<UnclearForward.Unclear> {

    private static final ErrandName<Unclear> NAME = new ErrandName<>("forward-unclear", Unclear.class, "\\n");

    record Unclear(String colleague, String mail, String subject, String why) {}

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
                new Unclear(
                        colleague.id(),
                        mail.id(),
                        Correspondence.cut(mail.subject(), 200).replaceAll("\\s+", " "),
                        why));
    }

    @Override
    public ErrandName<Unclear> name() {
        return NAME;
    }

    @Override
    public void run(Unclear told) {
        notices.tell(Notice.of(NAME.value() + ":" + told.mail(), NAME.value(), Recipient.person(told.colleague()))
                .showing(Map.of(
                        "subject", told.subject().isBlank() ? "(no subject)" : told.subject(), "why", told.why()))
                .atOnce());
    }
}
