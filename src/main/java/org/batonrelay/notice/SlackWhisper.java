package org.batonrelay.notice;

import java.util.Map;
import org.batonrelay.engine.Errand;
import org.springframework.stereotype.Component;

/** Answers whoever has pressed a button, where nobody else sees it. */
@Component
class SlackWhisper implements Errand {

    static final String NAME = "slack-whisper";

    private final NoticeSettings settings;
    private final Webhooks webhooks;

    SlackWhisper(NoticeSettings settings, Webhooks webhooks) {
        this.settings = settings;
        this.webhooks = webhooks;
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
            webhooks.post(
                    "Slack",
                    part[0],
                    null,
                    Map.of(
                            "response_type",
                            "ephemeral",
                            "replace_original",
                            false,
                            "text",
                            new SlackText().plain(part[1])));
        }
    }
}
