package org.batonrelay.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * One file of a deployment.
 *
 * @param name as it was sent, with its folder or without
 */
public record SentFile(String name, byte[] content) {

    /** All that come with this build. */
    public static List<SentFile> ofThisBuild() {
        return BuildFile.all().stream()
                .map(file -> new SentFile(file.name(), file.content()))
                .toList();
    }

    public String fileName() {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** What stands behind the last full stop, in small letters; empty where nothing does. */
    public String kind() {
        String file = fileName();
        return file.contains(".") ? file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** The name up to its last full stop. */
    public String title() {
        String file = fileName();
        return file.contains(".") ? file.substring(0, file.lastIndexOf('.')) : file;
    }

    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
