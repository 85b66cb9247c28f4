package org.batonrelay.notice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A notice as Slack's blocks (api.slack.com/reference/block-kit): a title, the words, buttons. */
final class SlackBlocks {

    /** Slack's limit for what a button says. */
    private static final int LONGEST_LABEL = 75;

    private SlackBlocks() {}

    /** @param listening whether clicks come back to us; else a button can only be a link */
    static List<Map<String, Object>> of(ChatText text, List<Notice.Button> buttons, boolean listening) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(section("*" + text.title() + "*" + (text.text().isEmpty() ? "" : "\n" + text.text())));
        List<Map<String, Object>> elements = new ArrayList<>();
        if (listening && !buttons.isEmpty()) {
            buttons.forEach(button -> elements.add(pressed(button, elements.isEmpty())));
        } else {
            text.buttons().forEach(link -> elements.add(link(link)));
        }
        if (!elements.isEmpty()) {
            blocks.add(Map.of("type", "actions", "elements", elements));
        }
        return blocks;
    }

    static Map<String, Object> section(String markup) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", markup));
    }

    private static Map<String, Object> pressed(Notice.Button button, boolean first) {
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("type", "button");
        element.put("text", label(button.label()));
        element.put("action_id", button.action());
        element.put("value", button.value());
        if (first) {
            element.put("style", "primary");
        }
        return element;
    }

    private static Map<String, Object> link(ChatText.Button link) {
        return Map.of("type", "button", "text", label(link.label()), "url", link.address());
    }

    private static Map<String, Object> label(String text) {
        String shortened = text.length() <= LONGEST_LABEL ? text : text.substring(0, LONGEST_LABEL - 1) + "…";
        return Map.of("type", "plain_text", "text", shortened, "emoji", false);
    }
}
