package org.batonrelay.support;

import java.util.List;
import java.util.Map;
import org.batonrelay.baton.CardPart;
import org.batonrelay.ledger.LeadReference;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who joins which coming meeting: {@code support}, a line each. */
@Component
@Order(31)
class SupportOnCard implements CardPart {

    private final SupportRequests requests;
    private final SupportWords words;

    SupportOnCard(SupportRequests requests, SupportWords words) {
        this.requests = requests;
        this.words = words;
    }

    @Override
    public Map<String, Object> of(LeadReference reference) {
        List<String> lines = requests.of(reference).stream()
                .filter(it -> it.state() == SupportRequest.State.ASKED
                        || it.state() == SupportRequest.State.RETURNED
                        || it.state() == SupportRequest.State.ACCEPTED)
                .map(words::line)
                .toList();
        return Map.of("support", lines);
    }
}
