package org.batonrelay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model may call, as the sources say it: a method of a page of steps, or a class of its own.
 *
 * @param needs the types of what it calls
 */
record DrawnStep(String name, Path file, List<String> needs) {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern METHOD = Pattern.compile(
            "@Bean\\s+(?:@\\w+\\([^)]*\\)\\s+)*(?:JavaDelegate|TaskListener|ExecutionListener) (\\w+)\\(([^)]*)\\)");
    private static final Pattern CLASS =
            Pattern.compile("\\nclass (\\w+) implements [^{]*\\b(?:JavaDelegate|TaskListener|ExecutionListener)\\b");
    private static final Pattern TYPE = Pattern.compile("(\\w+)(?:<[^>]*>)? \\w+(?:,|$)");

    private static final List<DrawnStep> ALL =
            Drawn.files(SOURCES, ".java").flatMap(DrawnStep::in).collect(Collectors.toUnmodifiableList());

    static List<DrawnStep> all() {
        return ALL;
    }

    /** What a delegate expression means. */
    static Optional<DrawnStep> of(String expression) {
        return ALL.stream()
                .filter(step -> expression.equals("${" + step.name + "}"))
                .findFirst();
    }

    /** The names of the steps on a process's page, from top to bottom. */
    static List<String> page(String process) {
        String name = Stream.of(process.split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Steps.java";
        return ALL.stream()
                .filter(step -> step.file.endsWith(name))
                .map(DrawnStep::name)
                .toList();
    }

    /** Whether it calls something that gives mails to the mail server. */
    boolean sendsMail() {
        return needs.stream()
                .flatMap(type -> Drawn.files(SOURCES, "/" + type + ".java"))
                .anyMatch(source -> read(source).contains("import org.batonrelay.mail.Post;"));
    }

    private static Stream<DrawnStep> in(Path file) {
        String source = read(file);
        Stream<DrawnStep> methods = METHOD.matcher(source)
                .results()
                .map(found -> new DrawnStep(
                        found.group(1),
                        file,
                        TYPE.matcher(found.group(2))
                                .results()
                                .map(type -> type.group(1))
                                .toList()));
        Stream<DrawnStep> classes = CLASS.matcher(source).results().map(found -> {
            String name = found.group(1);
            return new DrawnStep(
                    name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), file, List.of(name));
        });
        return Stream.concat(methods, classes);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
