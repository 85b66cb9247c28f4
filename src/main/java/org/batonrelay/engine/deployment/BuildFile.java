package org.batonrelay.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A model, decision, form or mail text that comes with this build.
 *
 * @param name its path, such as {@code bpmn/handoff.bpmn}
 */
public record BuildFile(String name, byte[] content) {

    private static final List<String> FOLDERS = List.of(
            "bpmn/*.bpmn",
            "bpmn/*.dmn",
            "forms/*.form",
            "forms/mails/*.md",
            "forms/texts/*.txt",
            "forms/playbook/*.md");

    public static List<BuildFile> all() {
        return FOLDERS.stream().flatMap(BuildFile::in).toList();
    }

    private static Stream<BuildFile> in(String pattern) {
        String folder = pattern.substring(0, pattern.indexOf('*'));
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern);
            return Arrays.stream(found).map(file -> read(folder, file));
        } catch (IOException e) {
            throw new UncheckedIOException("the files of this build cannot be listed", e);
        }
    }

    private static BuildFile read(String folder, Resource file) {
        try {
            return new BuildFile(folder + file.getFilename(), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The name without its folder: what Modeler calls the same file. */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The id that the file's process, decision or form has. */
    String key() {
        String file = fileName();
        return file.substring(0, file.lastIndexOf('.'));
    }

    public String kind() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean hasContent(byte[] other) {
        return Arrays.equals(content, other);
    }
}
