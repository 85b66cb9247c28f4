package org.batonrelay.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.batonrelay.team.People;
import org.batonrelay.team.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Our app in Slack, by its Web API (api.slack.com/methods). */
@Component
public class Slack {

    private final NoticeSettings settings;
    private final Webhooks webhooks;
    private final ObjectMapper json;
    private final People people;
    private final TakenMessages taken;

    Slack(NoticeSettings settings, Webhooks webhooks, ObjectMapper json, People people, TakenMessages taken) {
        this.settings = settings;
        this.webhooks = webhooks;
        this.json = json;
        this.people = people;
        this.taken = taken;
    }

    /** A message where it hangs; {@code ts} names it within its channel, and the thread that begins with it. */
    public record Posted(String channel, String ts) {}

    /** Whether there is an app of ours that can write. */
    public boolean isConnected() {
        return settings.slack().canWrite();
    }

    /** The channel of a group (or of a person, for a direct message), where one is set. */
    public Optional<String> channelOf(Recipient reader) {
        return Optional.ofNullable(settings.whereOf(reader).inSlack());
    }

    /**
     * Once, however often it is asked for.
     *
     * @param key names this message for ever
     * @param text may come from outside: it is shown as it is, and calls nobody
     * @param thread the {@code ts} of the message it answers, or null
     * @param as the name shown as sender (scope {@code chat:write.customize}), or null for the app's
     * @throws RuntimeException when Slack did not take it; try again later
     */
    public Posted say(String key, String channel, String text, @Nullable String thread, @Nullable String as) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("channel", channel);
        message.put("text", new SlackText().plain(text));
        message.put("unfurl_links", false);
        if (thread != null) {
            message.put("thread_ts", thread);
        }
        if (as != null) {
            message.put("username", as);
        }
        return taken.once(key, () -> post(message));
    }

    Posted post(Map<String, ?> message) {
        JsonNode answer = call("chat.postMessage", message);
        return new Posted(answer.path("channel").asText(), answer.path("ts").asText());
    }

    void update(Posted posted, String text, List<?> blocks) {
        call("chat.update", Map.of("channel", posted.channel(), "ts", posted.ts(), "text", text, "blocks", blocks));
    }

    /** Who of the house this is in Slack: by setting, else by the address that Slack has of them (scope {@code users:read.email}). */
    public Optional<Person> person(String slackUser) {
        Optional<Person> set = settings.people().entrySet().stream()
                .filter(one -> slackUser.equals(one.getValue().slackUser()))
                .findFirst()
                .flatMap(one -> people.person(one.getKey()));
        return set.isPresent() || !isConnected() ? set : byAddress(slackUser);
    }

    private Optional<Person> byAddress(String slackUser) {
        // this method takes no JSON
        String address = UriComponentsBuilder.fromUriString(settings.slack().api() + "/users.info")
                .queryParam("user", "{user}")
                .encode()
                .buildAndExpand(slackUser)
                .toUriString();
        JsonNode answer = parse(
                "users.info", webhooks.get("Slack", address, settings.slack().botToken()));
        String email = answer.path("user").path("profile").path("email").asText();
        return email.isEmpty() ? Optional.empty() : people.byEmail(email);
    }

    private JsonNode call(String method, Map<String, ?> body) {
        return read(
                method,
                webhooks.post(
                        "Slack",
                        settings.slack().api() + "/" + method,
                        settings.slack().botToken(),
                        body));
    }

    private JsonNode read(String method, String answer) {
        JsonNode read = parse(method, answer);
        if (!read.path("ok").asBoolean()) {
            throw new Unreachable(
                    "Slack refused " + method + ": " + read.path("error").asText("no reason given"));
        }
        return read;
    }

    private JsonNode parse(String method, String answer) {
        try {
            return json.readTree(answer);
        } catch (JsonProcessingException e) {
            throw new Unreachable("Slack's answer to " + method + " cannot be read.");
        }
    }
}
