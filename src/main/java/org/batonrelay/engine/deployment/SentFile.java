package org.batonrelay.engine.deployment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One file of a deployment.
 *
 * @param name as it was sent, with its folder or without
 */
public record SentFile(String name, byte[] content) {

    public static final String PLAYBOOK = "forms/playbook/";

    private static final Pattern STEP = Pattern.compile("[a-z]+[A-Z][A-Za-z0-9]*");

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

    /** A page about a step, and no mail: it lies where pages lie, or is called as a step is, such as workDeal.md. */
    public boolean isOfPlaybook() {
        return kind().equals("md")
                && (name.startsWith(PLAYBOOK) || STEP.matcher(title()).matches());
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
