package org.batonrelay.chat;

import java.util.regex.Pattern;
import org.batonrelay.notice.SlackEvents;
import org.batonrelay.notice.SlackMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings what people of the house write in a chat's thread in Slack to the visitor. What begins with {@code note:}
 * stays among us; what somebody writes whom we do not know, or who may not see the lead, goes nowhere.
 */
@Component
class SlackAnswers implements SlackEvents {

    private static final Pattern NOTE = Pattern.compile("(?i)^\\s*note\\s*:\\s*");
    private static final Pattern LINK = Pattern.compile("<(https?://[^|>]+|mailto:[^|>]+)(?:\\|[^>]*)?>");
    private static final Pattern CALL = Pattern.compile("<[@#!][^>]*>");

    private final Threads threads;
    private final Chats chats;
    private final LeadChats leads;
    private final LeadRights rights;

    SlackAnswers(Threads threads, Chats chats, LeadChats leads, LeadRights rights) {
        this.threads = threads;
        this.chats = chats;
        this.leads = leads;
        this.rights = rights;
    }

    @Override
    @Transactional
    public void said(SlackMessage message) {
        String person = message.person();
        threads.chatOf(message.channel(), message.thread())
                .flatMap(chats::find)
                .filter(chat -> person != null && rights.sees(person, chat.lead()))
                .ifPresent(chat -> answer(chat, String.valueOf(person), plain(message.text())));
    }

    private void answer(Chat chat, String person, String text) {
        boolean note = NOTE.matcher(text).find();
        String words = SentWords.tidy(NOTE.matcher(text).replaceFirst(""));
        if (!words.isEmpty()) {
            String cut = words.length() <= SentWords.LONGEST_TEXT ? words : words.substring(0, SentWords.LONGEST_TEXT);
            leads.say(chat.lead(), new LeadChats.Follower(person, true), chat.id(), cut, note, true);
        }
    }

    /** Without Slack's own markup: links as they are, nobody called. */
    static String plain(String text) {
        String links = LINK.matcher(text).replaceAll("$1");
        return CALL.matcher(links)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("mailto:", "");
    }
}
