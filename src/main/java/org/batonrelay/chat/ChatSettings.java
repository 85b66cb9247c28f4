package org.batonrelay.chat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the chat looks and what it takes.
 *
 * @param origins the websites that may use it, such as {@code https://www.acme.com}; our own pages always may
 * @param title over the conversation; the word for it in the visitor's language, where none is given
 * @param color of the button and of what the visitor says, as {@code #rrggbb}
 * @param people the user ids of those shown as being there
 * @param rememberFor how long a browser knows its client again after the last visit
 * @param forgetAbandonedAfter how long a chat is kept whose visitor never said who they are
 * @param goneAfter how long a visitor says nothing before a lead is made of the name and address that they have given
 */
@ConfigurationProperties("baton.chat")
record ChatSettings(
        @DefaultValue List<String> origins,
        @Nullable String title,
        @DefaultValue("#0b5394") String color,
        @DefaultValue List<String> people,
        @DefaultValue("180d") Duration rememberFor,
        @DefaultValue("30d") Duration forgetAbandonedAfter,
        @DefaultValue("5m") Duration goneAfter,
        @DefaultValue Limits limits) {

    /**
     * @param messagesPerMinute of one address; a third of them may come at once
     * @param messagesPerSecond of all visitors together
     * @param chatsPerMinute that one address may begin
     * @param streams that one node keeps open
     * @param streamsPerAddress of these
     */
    record Limits(
            @DefaultValue("90") int messagesPerMinute,
            @DefaultValue("50") int messagesPerSecond,
            @DefaultValue("12") int chatsPerMinute,
            @DefaultValue("500") int streams,
            @DefaultValue("12") int streamsPerAddress) {}
}
