package org.batonrelay.inbound;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.reading.IncomingMail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells managers of a mail to the address for new leads of which none could be made: an enquiry may wait in it. */
@Component
class AsideNotice implements Errand<AsideNotice.Aside> {

    private static final ErrandName<Aside> NAME = new ErrandName<>("enquiry-aside", Aside.class, "\\n");

    record Aside(String hour, String sender, String subject, String why, String text) {}

    private static final String MANAGERS = "managers";
    private static final int EXCERPT = 600;

    private final Errands errands;
    private final Notices notices;
    private final Clock clock;
    private final String baseUrl;

    AsideNotice(
            Errands errands,
            Notices notices,
            Clock clock,
            @Value("${baton.base-url:http://127.0.0.1:8080}") String baseUrl) {
        this.errands = errands;
        this.notices = notices;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Of many within an hour the first is told; all of them are on the list. */
    void tell(IncomingMail mail, String why) {
        errands.later(
                null,
                NAME,
                new Aside(
                        clock.instant().truncatedTo(ChronoUnit.HOURS).toString(),
                        oneLine(mail.fromName() + " <" + mail.fromAddress() + ">"),
                        oneLine(mail.subject()),
                        oneLine(why),
                        Correspondence.cut(mail.text(), EXCERPT)));
    }

    private static String oneLine(String text) {
        return Correspondence.cut(text, 300).replaceAll("\\s+", " ");
    }

    @Override
    public ErrandName<Aside> name() {
        return NAME;
    }

    @Override
    public void run(Aside told) {
        notices.tell(Notice.of(NAME.value() + ":" + told.hour(), NAME.value(), Recipient.group(MANAGERS))
                .showing(Map.of(
                        "sender", told.sender(),
                        "subject", told.subject(),
                        "why", told.why(),
                        "text", told.text(),
                        "page", baseUrl + "/leads/put-aside")));
    }
}
