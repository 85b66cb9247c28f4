package org.batonrelay.notice;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By an incoming webhook of Slack (api.slack.com/messaging/webhooks). */
@Component
@Order(2)
class SlackWebhook implements Channel {

    private final Webhooks webhooks;
    private final ChatWords words;
    private final ChatNotices said;
    private final TakenMessages taken;

    SlackWebhook(Webhooks webhooks, ChatWords words, ChatNotices said, TakenMessages taken) {
        this.webhooks = webhooks;
        this.words = words;
        this.said = said;
        this.taken = taken;
    }

    @Override
    public boolean reaches(Reader reader) {
        return reader.where().slackWebhook() != null;
    }

    @Override
    public void tell(Notice notice, Reader reader) {
        if (said.isSaid(notice, reader)) {
            return;
        }
        ChatText text = words.of(notice, reader, new SlackText());
        taken.once(ChatNotices.key(notice, reader), () -> {
            webhooks.post(
                    "Slack's webhook of " + reader.recipient(),
                    Objects.requireNonNull(reader.where().slackWebhook()),
                    null,
                    Map.of("text", text.title(), "blocks", SlackBlocks.of(text, List.of(), false)));
            return TakenMessages.SOMEWHERE;
        });
        said.add(notice, reader, text.title(), null);
    }
}
