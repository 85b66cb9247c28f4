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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Walks the source files and reports faults in words. */
class SourceConventionsTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int LONG = 150;

    /** A page of steps is flat: it reads like a list. */
    private static final int LONG_PAGE = 250;

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
    void everyCapabilityOfTheWholeRelayHasATestThatBearsItsId() {
        String tests = String.join("\n", faults(TESTS, (name, text) -> text));
        Stream<String> ids = Stream.of(
                        "b1 b2 b3 b5 b7 c4 c5 c6 c9 c10 e9 e12 h14 h17 h20 k1 k2 k3 k4 k5 k6 m3 m4 m6 m8",
                        "o1 o2 o3 o4 o5 o6 o7 o8 o9 p1 p2 p3 p4 p5 r1 r2 r3 r4 r5 r7 r8 r9 v4")
                .flatMap(line -> Stream.of(line.split(" ")));
        assertThat(ids.filter(id -> !Pattern.compile("\\bvoid " + id + "_\\w+\\(")
                        .matcher(tests)
                        .find()))
                .as("capabilities without a test named after them")
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
