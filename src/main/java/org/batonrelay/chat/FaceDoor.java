package org.batonrelay.chat;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the pictures that the chat shows. */
@RestController
class FaceDoor {

    private static final Duration KEPT = Duration.ofHours(1);

    private final Portraits portraits;

    FaceDoor(Portraits portraits) {
        this.portraits = portraits;
    }

    @GetMapping("/api/chat/faces/{name}")
    ResponseEntity<byte[]> face(@PathVariable String name) {
        return portraits
                .named(name)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(picture.type()))
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        // a website of ours may show it
                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                        .body(picture.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
