package org.batonrelay.chat;

import java.util.HexFormat;
import java.util.Optional;
import org.batonrelay.lead.HouseSecret;
import org.batonrelay.team.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Our people's pictures under addresses that nobody can make up: a visitor sees whom they talk to, and no list of us. */
@Component
class Portraits {

    private static final int NAME_BYTES = 16;

    private final Pictures pictures;
    private final HouseSecret secret;

    Portraits(Pictures pictures, HouseSecret secret) {
        this.pictures = pictures;
        this.secret = secret;
    }

    /** On this server; null for whoever has no picture. */
    @Nullable
    String addressOf(String person) {
        return pictures.isThere(person) ? "/api/chat/faces/" + nameOf(person) : null;
    }

    Optional<Pictures.Picture> named(String name) {
        return pictures.people().stream()
                .filter(person -> nameOf(person).equals(name))
                .findFirst()
                .flatMap(pictures::of);
    }

    private String nameOf(String person) {
        return HexFormat.of().formatHex(secret.derive("face:" + person), 0, NAME_BYTES);
    }
}
