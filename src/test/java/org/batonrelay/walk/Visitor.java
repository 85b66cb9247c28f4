package org.batonrelay.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.batonrelay.Caller;

/** Somebody who chats on the website. */
class Visitor {

    private final Caller website;
    private final String chat;
    private final String key;

    Visitor(int port) {
        website = new Caller(port, "website");
        JsonNode begun = website.read(website.postJson("/api/chat", "{}"));
        chat = begun.path("id").asText();
        key = begun.path("key").asText();
    }

    void says(String text) {
        String body = new ObjectMapper().valueToTree(Map.of("text", text)).toString();
        int status = website.postJson("/api/chat/" + chat + "/messages", body, "Chat-Key", key)
                .statusCode();
        if (status != 201) {
            throw new AssertionError("the chat answers " + status);
        }
    }

    /** Everything that was said, as the visitor gets it. */
    String hears() {
        return website.get("/api/chat/" + chat + "/messages", "Chat-Key", key).body();
    }
}
