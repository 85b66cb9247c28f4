package org.batonrelay.notice;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandName;
import org.springframework.stereotype.Component;

/** Answers whoever has pressed a button, where nobody else sees it. */
@Component
class SlackWhisper implements Errand<SlackWhisper.Whisper> {

    static final ErrandName<Whisper> NAME = new ErrandName<>("slack-whisper", Whisper.class);

    record Whisper(String address, String answer) {}

    private final NoticeSettings settings;
    private final Webhooks webhooks;
    private final TakenMessages taken;

    SlackWhisper(NoticeSettings settings, Webhooks webhooks, TakenMessages taken) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.taken = taken;
    }

    @Override
    public ErrandName<Whisper> name() {
        return NAME;
    }

    @Override
    public void run(Whisper told) {
        // we speak to Slack here, and to nobody else whose address comes with a call
        if (told.address().startsWith(settings.slack().hooks())) {
            // the address is a secret and made for one click
            String key = "whisper:"
                    + UUID.nameUUIDFromBytes((told.address() + " " + told.answer()).getBytes(StandardCharsets.UTF_8));
            taken.once(key, () -> whisper(told.address(), told.answer()));
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
