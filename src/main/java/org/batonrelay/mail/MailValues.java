package org.batonrelay.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.batonrelay.engine.deployment.SentFile;
import org.springframework.core.io.ClassPathResource;

/**
 * What each mail can show: what its text of this build shows in any language, and what it is given besides, which stands
 * in {@code mail/values.properties}.
 */
final class MailValues {

    private MailValues() {}

    /** By the mail's name. */
    static Map<String, Set<String>> all() {
        Map<String, Set<String>> values = new TreeMap<>();
        SentFile.ofThisBuild().stream()
                .filter(file -> file.kind().equals("md"))
                .forEach(
                        file -> values.computeIfAbsent(file.fileName().replaceFirst("\\..*", ""), it -> new TreeSet<>())
                                .addAll(shownIn(file.text())));
        Properties more = besides();
        more.stringPropertyNames()
                .forEach(mail -> values.computeIfAbsent(mail, it -> new TreeSet<>())
                        .addAll(Arrays.asList(more.getProperty(mail, "").strip().split("\\s+"))));
        return values;
    }

    /** @throws MustacheException when it cannot be read */
    static Set<String> shownIn(String text) {
        Set<String> shown = new LinkedHashSet<>();
        Mustache.compiler().compile(text).visit(new Names(shown));
        return shown;
    }

    private static Properties besides() {
        Properties lines = new Properties();
        try (Reader file = new InputStreamReader(
                new ClassPathResource("mail/values.properties").getInputStream(), StandardCharsets.UTF_8)) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private record Names(Set<String> shown) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {
            // words are the process owner's
        }

        @Override
        public void visitVariable(String name) {
            shown.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            shown.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            shown.add(name);
            return true;
        }
    }
}
