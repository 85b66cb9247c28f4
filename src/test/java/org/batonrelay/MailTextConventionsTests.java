package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.mail.MailTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every mail text keeps to. Those that clients read are written in both languages; reps read English. */
class MailTextConventionsTests {

    /** Our words for our work; they are nothing to a client. */
    private static final Pattern INTERNAL =
            Pattern.compile("(?i)\\b(baton|relay|leg|exchange|handoff|departure|staffel(stab|lauf)?|übergabe)\\b");

    static Stream<Path> texts() {
        return Drawn.files(Path.of("forms/mails"), ".md");
    }

    static Stream<Path> textsForClients() {
        Set<String> german = texts().map(Path::toString)
                .filter(name -> name.endsWith(".de.md"))
                .collect(Collectors.toSet());
        return texts().filter(file -> german.contains(file.toString().replaceAll("\\.\\w+\\.md$", ".de.md")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void beginsWithASubjectAndABlankLine(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).matches(Pattern.compile("Subject: \\S.*\\n\\n\\S.*", Pattern.DOTALL));
        assertThat(file.getFileName().toString()).matches("[a-z-]+\\.(en|de)\\.md");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void showsEveryValueEscapedAndClosesEverySection(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).doesNotContain("{{{", "{{&");
        assertThat(count(text, "\\{\\{[#^]")).isEqualTo(count(text, "\\{\\{/"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void engineM8_showsOnlyWhatItIsGiven(Path file) throws IOException {
        assertThat(MailTemplate.faults(file.getFileName().toString(), Files.readString(file)))
                .isEmpty();
    }

    /** The list says no more than the code gives, and names no mail that is not there. */
    @Test
    void engineM8_theListOfValuesIsTrue() throws IOException {
        Properties listed = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/mail/values.properties"))) {
            listed.load(file);
        }
        assertThat(texts().map(it -> it.getFileName().toString().replaceFirst("\\..*", "")))
                .containsAll(listed.stringPropertyNames());
        String code = Drawn.files(Path.of("src/main/java"), ".java")
                .map(MailTextConventionsTests::read)
                .collect(Collectors.joining());
        Set<String> values = listed.values().stream()
                .flatMap(it -> Arrays.stream(String.valueOf(it).strip().split("\\s+")))
                .collect(Collectors.toSet());
        assertThat(values).allMatch(it -> code.contains('"' + it + '"') || code.contains(" " + it + ","));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isThereInEnglish(Path file) {
        assertThat(Path.of(file.toString().replaceAll("\\.\\w+\\.md$", ".en.md")))
                .exists();
    }

    @ParameterizedTest
    @MethodSource("textsForClients")
    void neverSaysOurWordsToAClient(Path file) throws IOException {
        assertThat(Files.readString(file).replaceAll("\\{\\{[^}]*}}", "")).doesNotContainPattern(INTERNAL);
    }

    @ParameterizedTest
    @MethodSource("textsForClients")
    void usesTheSameValuesInBothLanguages(Path file) throws IOException {
        Path english = Path.of(file.toString().replaceAll("\\.\\w+\\.md$", ".en.md"));
        assertThat(values(Files.readString(file))).isEqualTo(values(Files.readString(english)));
    }

    private static Set<String> values(String text) {
        return Pattern.compile("\\{\\{[#^/]?(\\w+)}}")
                .matcher(text)
                .results()
                .map(value -> value.group(1))
                .collect(Collectors.toSet());
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
