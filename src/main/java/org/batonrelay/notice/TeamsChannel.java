package org.batonrelay.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By a webhook of Microsoft Teams: an adaptive card in a message, as its workflows take it. */
@Component
@Order(3)
class TeamsChannel implements Channel {

    private final Webhooks webhooks;
    private final ChatWords words;
    private final ChatNotices said;
    private final TakenMessages taken;

    TeamsChannel(Webhooks webhooks, ChatWords words, ChatNotices said, TakenMessages taken) {
        this.webhooks = webhooks;
        this.words = words;
        this.said = said;
        this.taken = taken;
    }

    @Override
    public boolean reaches(Reader reader) {
        return reader.where().teamsWebhook() != null;
    }

    @Override
    public void tell(Notice notice, Reader reader) {
        if (said.isSaid(notice, reader)) {
            return;
        }
        ChatText text = words.of(notice, reader, new TeamsText());
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.put("contentUrl", null);
        attachment.put("content", card(text));
        taken.once(ChatNotices.key(notice, reader), () -> {
            webhooks.post(
                    "The Teams webhook of " + reader.recipient(),
                    Objects.requireNonNull(reader.where().teamsWebhook()),
                    null,
                    Map.of("type", "message", "attachments", List.of(attachment)));
            return TakenMessages.SOMEWHERE;
        });
        said.add(notice, reader, text.title(), null);
    }

    private static Map<String, Object> card(ChatText text) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        card.put("type", "AdaptiveCard");
        card.put("version", "1.4");
        card.put(
                "body",
                List.of(
                        Map.of(
                                "type", "TextBlock",
                                "size", "Medium",
                                "weight", "Bolder",
                                "text", text.title(),
                                "wrap", true),
                        Map.of("type", "TextBlock", "text", text.text().replace("• ", "- "), "wrap", true)));
        card.put(
                "actions",
                text.buttons().stream()
                        .map(link -> Map.of("type", "Action.OpenUrl", "title", link.label(), "url", link.address()))
                        .toList());
        return card;
    }
}
