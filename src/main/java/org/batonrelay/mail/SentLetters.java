package org.batonrelay.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Letters as they were written, without what they enclose: an invitation is not true for ever. One that says nothing
 * without it is not kept.
 */
@Repository
class SentLetters {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    SentLetters(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void keep(Letter letter) {
        if (!letter.isWhole()) {
            return;
        }
        try {
            jdbc.sql("insert into sent_letter (mail_key, letter) values (:key, :letter)")
                    .param("key", letter.key())
                    .param("letter", json.writeValueAsString(letter.bare()))
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a letter's model holds plain values only", e);
        }
    }

    Optional<Letter> find(String key) {
        return jdbc.sql("select letter from sent_letter where mail_key = :key")
                .param("key", key)
                .query(String.class)
                .optional()
                .map(this::read);
    }

    private Letter read(String letter) {
        try {
            return json.readValue(letter, Letter.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a letter that was kept cannot be read", e);
        }
    }
}
