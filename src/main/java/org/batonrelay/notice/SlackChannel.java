package org.batonrelay.notice;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** By our app in Slack: into a group's channel or to a person; what it has said can be replaced. */
@Component
@Order(1)
class SlackChannel implements Channel {

    private final Slack slack;
    private final NoticeSettings settings;
    private final ChatWords words;
    private final ChatNotices said;
    private final TakenMessages taken;

    SlackChannel(Slack slack, NoticeSettings settings, ChatWords words, ChatNotices said, TakenMessages taken) {
        this.slack = slack;
        this.settings = settings;
        this.words = words;
        this.said = said;
        this.taken = taken;
    }

    @Override
    public boolean reaches(Reader reader) {
        return slack.isConnected() && reader.where().inSlack() != null;
    }

    @Override
    public void tell(Notice notice, Reader reader) {
        if (said.isSaid(notice, reader)) {
            return;
        }
        ChatText text = words.of(notice, reader, new SlackText());
        Slack.Posted posted = taken.once(
                ChatNotices.key(notice, reader),
                () -> slack.post(Map.of(
                        "channel",
                        Objects.requireNonNull(reader.where().inSlack()),
                        // what a telephone shows of it
                        "text",
                        text.title(),
                        "unfurl_links",
                        false,
                        "blocks",
                        SlackBlocks.of(text, notice.buttons(), settings.slack().canListen()))));
        said.add(notice, reader, text.title(), posted);
    }
}
