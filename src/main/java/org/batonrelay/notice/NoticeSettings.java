package org.batonrelay.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where each group and person looks, and when they may be told; by mail and in their calendar's hours for whoever is not
 * named. Addresses of webhooks are as good as passwords, so no record here tells its values to a log.
 */
@ConfigurationProperties("baton")
record NoticeSettings(
        @DefaultValue Usual notices,
        @DefaultValue Map<String, Where> groups,
        @DefaultValue Map<String, Where> people,
        @DefaultValue SlackAccess slack) {

    enum Hours {
        /** As the calendar of their team says. */
        CALENDAR,
        ALWAYS
    }

    /** @param digests whether anybody gets one */
    record Usual(
            @DefaultValue("calendar") Hours hours,
            @DefaultValue("true") boolean digests) {}

    /**
     * @param slackChannel a group's channel, by Slack's id of it (C0123...): our app has to be in it
     * @param slackUser a person, by Slack's id of them (U0123...): told in a direct message, known by their clicks
     * @param slackWebhook an incoming webhook: what is said by it stays as it is
     * @param teamsWebhook the address of a Teams workflow that takes what a webhook sends
     * @param digest whether this person gets a mail each morning, if there is anything to say
     */
    record Where(
            @Nullable String slackChannel,
            @Nullable String slackUser,
            @Nullable String slackWebhook,
            @Nullable String teamsWebhook,
            @Nullable Hours hours,
            @DefaultValue("true") boolean digest) {

        static final Where NOWHERE_ELSE = new Where(null, null, null, null, null, true);

        /** Where our Slack app can write to them. */
        @Nullable
        String inSlack() {
            return slackChannel != null ? slackChannel : slackUser;
        }

        @Override
        public String toString() {
            return "Where[...]";
        }
    }

    /**
     * @param botToken what our Slack app may write with (xoxb-...)
     * @param signingSecret by which we know that a call comes from Slack; without it nothing is taken from there
     * @param api where Slack takes calls; {@code hooks}: where it takes the answer to a click
     */
    record SlackAccess(
            @Nullable String botToken,
            @Nullable String signingSecret,
            @DefaultValue("https://slack.com/api") String api,
            @DefaultValue("https://hooks.slack.com/") String hooks) {

        boolean canWrite() {
            return botToken != null && !botToken.isBlank();
        }

        boolean canListen() {
            return signingSecret != null && !signingSecret.isBlank();
        }

        @Override
        public String toString() {
            return "SlackAccess[...]";
        }
    }

    Where whereOf(Recipient reader) {
        return (reader.isGroup() ? groups : people).getOrDefault(reader.id(), Where.NOWHERE_ELSE);
    }
}
