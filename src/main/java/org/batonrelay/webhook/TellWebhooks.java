package org.batonrelay.webhook;

import org.batonrelay.engine.Errands;
import org.batonrelay.ledger.LedgerEntry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes with each thing that happens who is to be told of it, in the same transaction. */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class TellWebhooks {

    private final WebhookSettings settings;
    private final Deliveries deliveries;
    private final Errands errands;

    TellWebhooks(WebhookSettings settings, Deliveries deliveries, Errands errands) {
        this.settings = settings;
        this.deliveries = deliveries;
        this.errands = errands;
    }

    @EventListener
    void on(LedgerEntry entry) {
        settings.webhooks().forEach((name, hook) -> {
            if (hook.wants(entry.type())) {
                errands.later(null, Deliver.NAME, deliveries.add(name, entry.id()));
            }
        });
    }
}
