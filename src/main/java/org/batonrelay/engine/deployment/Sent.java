package org.batonrelay.engine.deployment;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to deploy: all files of it go live together, or none.
 *
 * @param tenant the engine's word for one of several houses on one engine; null where none is given
 */
public record Sent(List<SentFile> files, @Nullable String tenant) {

    public Stream<SentFile> ofKind(String kind) {
        return files.stream().filter(file -> file.kind().equals(kind));
    }
}
