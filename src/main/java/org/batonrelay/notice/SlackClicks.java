package org.batonrelay.notice;

import com.fasterxml.jackson.databind.JsonNode;
import org.batonrelay.engine.Errands;
import org.batonrelay.engine.Refusal;
import org.batonrelay.team.Person;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A button in a message of ours was pressed: done as the person whom Slack's user is here, answered to them only. */
@Component
class SlackClicks {

    private final Slack slack;
    private final ObjectProvider<SlackButton> buttons;
    private final Errands errands;

    SlackClicks(Slack slack, ObjectProvider<SlackButton> buttons, Errands errands) {
        this.slack = slack;
        this.buttons = buttons;
        this.errands = errands;
    }

    void take(JsonNode sent) {
        String user = sent.path("user").path("id").asText();
        for (JsonNode action : sent.path("actions")) {
            buttons.stream()
                    .filter(button ->
                            button.action().equals(action.path("action_id").asText()))
                    .findFirst()
                    .ifPresent(button -> {
                        String answer = press(button, user, action.path("value").asText());
                        if (!answer.isEmpty()) {
                            errands.later(
                                    null,
                                    SlackWhisper.NAME,
                                    new SlackWhisper.Whisper(
                                            sent.path("response_url").asText(), answer));
                        }
                    });
        }
    }

    private String press(SlackButton button, String user, String value) {
        Person person = slack.person(user).orElse(null);
        if (person == null) {
            return "I do not know who you are in Baton. An administrator can name you:"
                    + " baton.people.<your login>.slack-user=" + user;
        }
        try {
            return button.pressed(person.id(), value);
        } catch (Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }
}
