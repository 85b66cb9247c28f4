package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks the source files and reports faults in words. */
class SourceConventionsTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int LONG = 150;

    /** A page of steps is flat: it reads like a list. */
    private static final int LONG_PAGE = 250;

    private static final Pattern TEST = Pattern.compile("\\bvoid (\\w+)\\(");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Tests\\.\\w+)`");
    private static final Pattern REASON = Pattern.compile("(?i)\\blong(er)?\\b[^.]*\\bbecause\\b");

    @Test
    void aLongClassSaysWhy() {
        assertThat(faults(MAIN, (name, text) -> {
                    long lines =
                            text.lines().filter(SourceConventionsTests::counts).count();
                    return lines > (name.endsWith("Steps.java") ? LONG_PAGE : LONG)
                                    && !REASON.matcher(text).find()
                            ? name + " has " + lines + " lines: split it, or say 'Long because ...' in its Javadoc"
                            : null;
                }))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsForInOneSentence() throws IOException {
        try (Stream<Path> folders = Files.walk(MAIN.resolve("org/batonrelay"))) {
            List<String> faults = folders.filter(Files::isDirectory)
                    .filter(SourceConventionsTests::holdsCode)
                    .map(SourceConventionsTests::faultOfPackage)
                    .filter(fault -> !fault.isEmpty())
                    .toList();
            assertThat(faults).isEmpty();
        }
    }

    /** Whoever changes what a capability promises finds its tests by its id. */
    @Test
    void everyTestThatBearsACapabilityIsThere() {
        String capabilities = read(Path.of("docs/capabilities.md"));
        List<String> tests = faults(
                TESTS,
                (name, text) -> TEST.matcher(text)
                        .results()
                        .map(test -> name.replaceAll(".*/|\\.java$", "") + "." + test.group(1))
                        .collect(Collectors.joining("\n")));
        List<String> there = tests.stream().flatMap(String::lines).toList();

        assertThat(NAMED_TEST.matcher(capabilities).results().map(test -> test.group(1)))
                .as("tests that docs/capabilities.md names")
                .hasSizeGreaterThan(100)
                .allMatch(there::contains);
        assertThat(capabilities.lines().filter(line -> line.matches("\\| [A-Z]\\d+ .*\\| *\\|")))
                .as("capabilities that name no test and do not say why")
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(faults(
                        TESTS,
                        (name, text) -> Pattern.compile("\\b(Thread|TimeUnit\\.\\w+)\\.sleep\\(")
                                        .matcher(text)
                                        .find()
                                ? name + " sleeps: fire the timer it waits for, or wait for what it expects"
                                : null))
                .isEmpty();
    }

    /**
     * A test that holds by day fails by night, when the machine's day, or that of UTC, is not the house's. A moment is
     * the same everywhere; whoever makes a day of it says whose.
     */
    @Test
    void noTestAsksTheMachineWhatDayItIs() {
        Pattern day = Pattern.compile("\\b(?!Instant\\b|HouseDay\\b)\\w+\\s*\\.\\s*now\\("
                + "|Instant\\.now\\(\\)\\s*\\.(atZone|atOffset)\\(\\s*ZoneOffset"
                + "|ofInstant\\(\\s*Instant\\.now\\(\\),\\s*ZoneOffset"
                + "|ZoneId\\.systemDefault\\(");
        assertThat(faults(
                        TESTS,
                        (name, text) -> day.matcher(text).find() && !name.endsWith("HouseDay.java")
                                ? name + " asks the machine for its day: HouseDay knows the one that Baton counts"
                                : null))
                .isEmpty();
    }

    /** What a country is used to is read another way in the next one. */
    @Test
    void datesAreWrittenInOneWay() {
        assertThat(faults(
                        MAIN,
                        (name, text) -> text.contains("FormatStyle.")
                                ? name + " writes dates as a country is used to: WrittenDates says how we do"
                                : null))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
        Fault fault = (name, text) -> later.matcher(text).find() ? name + " leaves something for later" : null;
        assertThat(faults(MAIN, fault)).isEmpty();
        assertThat(faults(TESTS, fault)).isEmpty();
    }

    @Test
    void noCodeIsCommentedOut() {
        Pattern code = Pattern.compile("(?m)^\\s*//.*[;{}]\\s*$");
        Fault fault = (name, text) -> code.matcher(text).find() ? name + " has code commented out" : null;
        assertThat(faults(MAIN, fault)).isEmpty();
        assertThat(faults(TESTS, fault)).isEmpty();
    }

    @Test
    void everyTestIsAFact() {
        Pattern method = Pattern.compile("@Test\\s+void (test[A-Z_0-9]|[a-zA-Z]*_)");
        assertThat(faults(
                        TESTS,
                        (name, text) -> method.matcher(text).find()
                                ? name + " has a test that is no fact: write what is true, in camelCase"
                                : null))
                .isEmpty();
    }

    private static boolean counts(String line) {
        return !line.isBlank() && !line.startsWith("package ") && !line.startsWith("import ");
    }

    /** Says what is wrong with a file, or null. */
    private interface Fault {
        String of(String name, String text);
    }

    private static List<String> faults(Path root, Fault fault) {
        List<String> faults = new ArrayList<>();
        walk(root, file -> fault.of(root.relativize(file).toString(), read(file)), faults);
        return faults;
    }

    private static void walk(Path root, Function<Path, String> fault, List<String> faults) {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(fault)
                    .filter(it -> it != null)
                    .forEach(faults::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsCode(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String faultOfPackage(Path folder) {
        Path info = folder.resolve("package-info.java");
        if (!Files.exists(info)) {
            return folder + " has no package-info.java";
        }
        String text = read(info);
        boolean says = Pattern.compile("^/\\*\\*[^@]*\\.\\s*\\*/", Pattern.DOTALL)
                .matcher(text)
                .find();
        return says && text.contains("@NullMarked")
                ? ""
                : info + " needs one sentence on what the room is for, and @NullMarked";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
