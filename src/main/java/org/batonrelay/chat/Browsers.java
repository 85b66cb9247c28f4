package org.batonrelay.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.batonrelay.baton.Baton;
import org.batonrelay.baton.Batons;
import org.batonrelay.lead.Contact;
import org.batonrelay.lead.Contacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers that know their client again. Anybody can type anybody's address into a chat; so a browser is remembered
 * only for whoever reads the mail of that address: they type in the code that was sent there. We keep hashes only.
 */
@Repository
@Transactional
class Browsers {

    private static final Duration CODE_LIFE = Duration.ofMinutes(15);
    private static final int MOST_TRIES = 5;
    private static final int MOST_CODES_AN_HOUR = 5;
    private static final int TOKEN_BYTES = 32;
    private static final int LONGEST_TOKEN = 100;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Chats chats;
    private final Contacts contacts;
    private final Batons batons;
    private final ChatSettings settings;

    Browsers(JdbcClient jdbc, Clock clock, Chats chats, Contacts contacts, Batons batons, ChatSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.chats = chats;
        this.contacts = contacts;
        this.batons = batons;
        this.settings = settings;
    }

    /**
     * Somebody asks for a code.
     *
     * @return false when one is on its way already, or the client has had enough of them in this hour: whoever types a
     *     stranger's address shall not fill their mailbox
     */
    boolean askForCode(Chat chat) {
        int lately = jdbc.sql("select count(*) from chat_code c join chat h on h.id = c.chat_id"
                        + " where h.contact_id = :contact and c.expires_at > :hourAgo")
                .param("contact", chat.contactId())
                .param("hourAgo", now().plus(CODE_LIFE).minusHours(1))
                .query(Integer.class)
                .single();
        int known = jdbc.sql("select count(*) from chat_code where chat_id = :chat and expires_at > :now")
                .param("chat", chat.id())
                .param("now", now())
                .query(Integer.class)
                .single();
        if (known > 0 || lately >= MOST_CODES_AN_HOUR) {
            return false;
        }
        jdbc.sql("delete from chat_code where chat_id = :chat")
                .param("chat", chat.id())
                .update();
        jdbc.sql("insert into chat_code (chat_id, code_hash, tries, expires_at) values (:chat, '', 0, :end)")
                .param("chat", chat.id())
                .param("end", now().plus(CODE_LIFE))
                .update();
        return true;
    }

    /** @return the code that the chat waits for from now on */
    String makeCode(Chat chat) {
        String code = Secrets.sixDigits();
        jdbc.sql("update chat_code set code_hash = :hash where chat_id = :chat")
                .param("hash", Secrets.hash(chat.id() + code))
                .param("chat", chat.id())
                .update();
        return code;
    }

    /** @return what the browser keeps from now on; empty for a wrong or old code, and after five tries */
    Optional<String> prove(Chat chat, String code) {
        int counted = jdbc.sql("update chat_code set tries = tries + 1"
                        + " where chat_id = :chat and tries < :most and expires_at > :now")
                .param("chat", chat.id())
                .param("most", MOST_TRIES)
                .param("now", now())
                .update();
        boolean right = counted == 1
                && jdbc.sql("select code_hash from chat_code where chat_id = :chat")
                        .param("chat", chat.id())
                        .query(String.class)
                        .optional()
                        .filter(hash -> Secrets.isHashOf(hash, chat.id() + code.strip()))
                        .isPresent();
        if (!right || chat.contactId() == null) {
            return Optional.empty();
        }
        jdbc.sql("update chat_code set code_hash = '' where chat_id = :chat")
                .param("chat", chat.id())
                .update();
        chats.prove(chat.id());
        return Optional.of(remember(chat.contactId()));
    }

    private String remember(String contactId) {
        String token = Secrets.make(TOKEN_BYTES);
        jdbc.sql("insert into chat_browser (token_hash, contact_id, expires_at) values (:hash, :contact, :end)")
                .param("hash", Secrets.hash(token))
                .param("contact", contactId)
                .param("end", now().plus(settings.rememberFor()))
                .update();
        return token;
    }

    /** Whose browser it is; empty for an unknown, old or forgotten one, and when their lead was given up. */
    Optional<Contact> recognise(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        int known = jdbc.sql("update chat_browser set expires_at = :end where token_hash = :hash and expires_at > :now")
                .param("end", now().plus(settings.rememberFor()))
                .param("hash", Secrets.hash(token))
                .param("now", now())
                .update();
        return known == 0
                ? Optional.empty()
                : jdbc.sql("select contact_id from chat_browser where token_hash = :hash")
                        .param("hash", Secrets.hash(token))
                        .query(String.class)
                        .optional()
                        .flatMap(contacts::find)
                        .filter(it -> batons.get(it.reference()).state() != Baton.State.CLOSED);
    }

    void forget(String token) {
        jdbc.sql("delete from chat_browser where token_hash = :hash")
                .param("hash", Secrets.hash(token))
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
