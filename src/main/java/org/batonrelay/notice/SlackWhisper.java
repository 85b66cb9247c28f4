package org.batonrelay.notice;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.engine.Errand;
import org.springframework.stereotype.Component;

/** Answers whoever has pressed a button, where nobody else sees it. */
@Component
class SlackWhisper implements Errand {

    static final String NAME = "slack-whisper";

    private final NoticeSettings settings;
    private final Webhooks webhooks;
    private final TakenMessages taken;

    SlackWhisper(NoticeSettings settings, Webhooks webhooks, TakenMessages taken) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.taken = taken;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** @param payload the address that Slack gave for the answer, and the answer */
    @Override
    public void run(String payload) {
        String[] part = payload.split(" ", 2);
        // we speak to Slack here, and to nobody else whose address comes with a call
        if (part[0].startsWith(settings.slack().hooks())) {
            // the address is a secret and made for one click
            String key = "whisper:" + UUID.nameUUIDFromBytes(payload.getBytes(StandardCharsets.UTF_8));
            taken.once(key, () -> whisper(part[0], part[1]));
        }
    }

    private Slack.Posted whisper(String address, String answer) {
        webhooks.post(
                "Slack",
                address,
                null,
                Map.of("response_type", "ephemeral", "replace_original", false, "text", new SlackText().plain(answer)));
        return TakenMessages.SOMEWHERE;
    }
}
