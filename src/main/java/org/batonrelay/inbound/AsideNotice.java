package org.batonrelay.inbound;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.batonrelay.correspondence.Correspondence;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.Errands;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.reading.IncomingMail;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells managers of a mail to the address for new leads of which none could be made: an enquiry may wait in it. */
@Component
class AsideNotice implements Errand {

    private static final String NAME = "enquiry-aside";
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
                String.join(
                        "\n",
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
    public String name() {
        return NAME;
    }

    /** @param payload the hour, the sender, the subject and the reason, a line each, and how the mail begins */
    @Override
    public void run(String payload) {
        String[] part = payload.split("\n", 5);
        notices.tell(Notice.of(NAME + ":" + part[0], NAME, Recipient.group(MANAGERS))
                .showing(Map.of(
                        "sender", part[1],
                        "subject", part[2],
                        "why", part[3],
                        "text", part[4],
                        "page", baseUrl + "/leads/put-aside")));
    }
}
