package org.batonrelay.notice;

import org.jspecify.annotations.Nullable;

/**
 * A message in a thread in Slack.
 *
 * @param thread the {@code ts} of the message that the thread began with, see {@link Slack.Posted}
 * @param ts the message's own
 * @param slackUser Slack's id of whoever wrote it
 * @param person their user id here; null for somebody we do not know
 * @param text in Slack's own markup, to be escaped wherever it is shown
 */
public record SlackMessage(
        String channel,
        String thread,
        String ts,
        String slackUser,
        @Nullable String person,
        String text) {}
