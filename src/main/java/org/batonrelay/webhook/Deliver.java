package org.batonrelay.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.Ledger;
import org.batonrelay.ledger.LedgerEntry;
import org.batonrelay.notice.Notice;
import org.batonrelay.notice.Notices;
import org.batonrelay.notice.Recipient;
import org.batonrelay.webhook.Deliveries.Delivery;
import org.batonrelay.webhook.WebhookSettings.Hook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells a program one thing that happened: until it is taken, for a day and a half. What was taken while the database
 * was away is told again under the same id, by which a program knows it.
 */
@Component
class Deliver implements Errand<String> {

    static final ErrandName<String> NAME = ErrandName.ofText("webhook");

    /** After each try that failed; after the last one it is a manager's. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14));

    private final WebhookSettings settings;
    private final Deliveries deliveries;
    private final Ledger ledger;
    private final Programs programs;
    private final Errands errands;
    private final Notices notices;
    private final ObjectMapper json;
    private final Clock clock;
    private final String baseUrl;

    Deliver(
            WebhookSettings settings,
            Deliveries deliveries,
            Ledger ledger,
            Programs programs,
            Errands errands,
            Notices notices,
            ObjectMapper json,
            Clock clock,
            @Value("${baton.base-url}") String baseUrl) {
        this.settings = settings;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.programs = programs;
        this.errands = errands;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Override
    public ErrandName<String> name() {
        return NAME;
    }

    /** Nothing happens when it was taken or given up already; whoever is not named any more is told nothing. */
    @Override
    public void run(String id) {
        Delivery delivery = deliveries.find(id).filter(it -> !it.givenUp()).orElse(null);
        if (delivery == null) {
            return;
        }
        Hook hook = settings.webhooks().get(delivery.hook());
        if (hook == null) {
            deliveries.taken(id);
            return;
        }
        Programs.Answer answer = programs.post(delivery.hook(), hook, id, body(delivery));
        switch (answer.outcome()) {
            case TAKEN -> deliveries.taken(id);
            case BUSY -> errands.at(clock.instant().plus(programs.aWhile()), NAME, id);
            case REFUSED -> failed(delivery, answer.words(), delivery.attempts() >= PAUSES.size());
            case GONE -> failed(delivery, answer.words(), true);
        }
    }

    private void failed(Delivery delivery, String words, boolean giveUp) {
        deliveries.failed(delivery, words, giveUp);
        if (!giveUp) {
            errands.at(clock.instant().plus(PAUSES.get(delivery.attempts())), NAME, delivery.id());
            return;
        }
        String today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
        notices.tell(Notice.of(
                        "webhook-undelivered:" + delivery.hook() + ":" + today,
                        "webhook-undelivered",
                        Recipient.group("manager"))
                .showing(Map.of("hook", delivery.hook(), "answer", words, "page", baseUrl + "/leads/undelivered")));
    }

    private String body(Delivery delivery) {
        LedgerEntry entry = ledger.after(delivery.entry() - 1, 1).get(0);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", entry.id());
        data.put("reference", entry.reference().value());
        data.put("actor", entry.actor());
        data.put("leg", entry.leg());
        data.put("exchange", entry.exchange());
        data.put("detail", entry.detail());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", entry.type().id());
        body.put("timestamp", entry.at().toString());
        body.put("data", data);
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ledger entry's detail is plain values", e);
        }
    }
}
