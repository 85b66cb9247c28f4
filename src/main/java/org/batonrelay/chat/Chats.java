package org.batonrelay.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.batonrelay.engine.RecordRows;
import org.batonrelay.ledger.LeadReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All chats and what is said in them. Whoever says something locks the chat's row first: that gives messages their
 * order, which is the order in which they are committed, so that a reader who has seen number 5 has seen all before it.
 *
 * <p>Long because both tables are written under that one lock.
 */
@Repository
@Transactional
class Chats {

    private static final RowMapper<Chat> ROWS = RecordRows.of(Chat.class);

    static final RowMapper<ChatMessage> MESSAGES =
            RecordRows.of(ChatMessage.class).from("chat", "chat_id").from("at", "said_at");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Chats(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    void start(String id, String keyHash, Locale language) {
        jdbc.sql("insert into chat (id, key_hash, language, stage, asked, started_at)"
                        + " values (:id, :key, :language, 'asking', 'name', :now)")
                .param("id", id)
                .param("key", keyHash)
                .param("language", language.getLanguage())
                .param("now", now())
                .update();
    }

    Optional<Chat> find(String id) {
        return jdbc.sql("select * from chat where id = :id")
                .param("id", id)
                .query(ROWS)
                .optional();
    }

    /** Nobody else says anything in it until the caller's transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Chat lock(String id) {
        return jdbc.sql("select * from chat where id = :id for update")
                .param("id", id)
                .query(ROWS)
                .single();
    }

    /** Those first whose visitor has said something last, and not without end. */
    List<Chat> of(LeadReference reference, int most) {
        return jdbc.sql("select * from chat where reference = :reference order by"
                        + " (select max(m.said_at) from chat_message m where m.chat_id = chat.id and m.side = 'visitor')"
                        + " desc nulls last, started_at desc, id limit :most")
                .param("reference", reference.value())
                .param("most", most)
                .query(ROWS)
                .list();
    }

    /** @return the message with its place in the chat; published as an event in the caller's transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    public ChatMessage say(String chat, ChatMessage.Side side, @Nullable String author, String text) {
        Chat before = lock(chat);
        boolean shown = side != ChatMessage.Side.NOTE;
        ChatMessage said = new ChatMessage(
                chat,
                before.lastNumber() + 1,
                shown ? before.lastShown() + 1 : null,
                side,
                author,
                text,
                clock.instant());
        jdbc.sql("update chat set last_number = last_number + 1, last_shown = last_shown + :shown where id = :id")
                .param("shown", shown ? 1 : 0)
                .param("id", chat)
                .update();
        jdbc.sql("insert into chat_message (chat_id, number, shown, side, author, text, said_at)"
                        + " values (:chat, :number, :shown, :side, :author, :text, :at)")
                .param("chat", chat)
                .param("number", said.number())
                .param("shown", said.shown())
                .param("side", side.id())
                .param("author", author)
                .param("text", text)
                .param("at", utc(said.at()))
                .update();
        events.publishEvent(said);
        return said;
    }

    /** What the bot has found out, and what it asked for last. */
    void learn(String id, Known known) {
        jdbc.sql("update chat set name = :name, email = :email, organisation = :organisation, words = :words,"
                        + " asked = :asked, misses = :misses where id = :id")
                .param("name", known.name())
                .param("email", known.email())
                .param("organisation", known.organisation())
                .param("words", known.words())
                .param("asked", known.asked() == null ? null : known.asked().id())
                .param("misses", known.misses())
                .param("id", id)
                .update();
    }

    void belongsTo(String id, LeadReference reference, @Nullable String contact) {
        jdbc.sql("update chat set reference = :reference, contact_id = :contact, stage = 'people' where id = :id")
                .param("reference", reference.value())
                .param("contact", contact)
                .param("id", id)
                .update();
    }

    /** @throws OptimisticLockingFailureException when it is not where the caller has found it */
    void become(String id, Chat.Stage from, Chat.Stage to) {
        int changed = jdbc.sql("update chat set stage = :to where id = :id and stage = :from")
                .param("to", to.id())
                .param("id", id)
                .param("from", from.id())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("the chat " + id + " is not " + from.id() + " any more");
        }
    }

    /** The visitor has shown that the address they gave is theirs. */
    void prove(String id) {
        jdbc.sql("update chat set proven = true where id = :id").param("id", id).update();
    }

    void peopleWereTold(String id) {
        jdbc.sql("update chat set told_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** What the visitor sees behind a place, oldest first. */
    List<ChatMessage> shownAfter(String id, long shown, int most) {
        return jdbc.sql("select * from chat_message where chat_id = :id and shown > :after order by shown limit :most")
                .param("id", id)
                .param("after", shown)
                .param("most", most)
                .query(MESSAGES)
                .list();
    }

    /** What we see behind a place, oldest first. */
    List<ChatMessage> after(String id, long number, int most) {
        return jdbc.sql("select * from chat_message where chat_id = :id and number > :after"
                        + " order by number limit :most")
                .param("id", id)
                .param("after", number)
                .param("most", most)
                .query(MESSAGES)
                .list();
    }

    /** When the visitor last said something. */
    Optional<Instant> lastHeard(String id) {
        return jdbc.sql("select max(said_at) from chat_message where chat_id = :id and side = 'visitor'")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** When one of us last wrote something that the visitor sees. */
    Optional<Instant> lastAnswered(String id) {
        return jdbc.sql("select said_at from chat_message where chat_id = :id and side = 'person'"
                        + " order by number desc limit 1")
                .param("id", id)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How far the visitor's side of each of these chats has come; one question for all that somebody looks at. */
    Map<String, Long> shownIn(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, last_shown from chat where id in (:ids)")
                        .param("ids", ids)
                        .query((row, number) -> Map.entry(row.getString("id"), row.getLong("last_shown")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many messages the chats of each of these leads have together, notes among us included. */
    Map<LeadReference, Long> messagesOf(Collection<LeadReference> leads) {
        return leads.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select reference, sum(last_number) from chat where reference in (:leads)"
                                + " group by reference")
                        .param("leads", leads.stream().map(LeadReference::value).toList())
                        .query((row, number) -> Map.entry(new LeadReference(row.getString(1)), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void invite(String id, String person, String by) {
        if (!isGuest(id, person)) {
            jdbc.sql("insert into chat_guest (chat_id, person, invited_by) values (:id, :person, :by)")
                    .param("id", id)
                    .param("person", person)
                    .param("by", by)
                    .update();
        }
    }

    boolean isGuest(String id, String person) {
        return jdbc.sql("select count(*) from chat_guest where chat_id = :id and person = :person")
                        .param("id", id)
                        .param("person", person)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
