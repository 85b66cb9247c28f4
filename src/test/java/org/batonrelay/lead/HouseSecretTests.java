package org.batonrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class HouseSecretTests {

    @TempDir
    Path folder;

    @Test
    void makesOneInTheDefaultProfileAndKeepsItForItsOwnerOnly() throws Exception {
        byte[] first = new HouseSecret(settings(null), profile("default")).derive("a link");

        assertThat(new HouseSecret(settings(null), profile("default")).derive("a link"))
                .isEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/secret")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void derivesSomethingElseFromEverySecretAndText() {
        byte[] first = new HouseSecret(settings("a".repeat(32)), profile("prod")).derive("a link");

        assertThat(new HouseSecret(settings("b".repeat(32)), profile("prod")).derive("a link"))
                .isNotEqualTo(first);
        assertThat(new HouseSecret(settings("a".repeat(32)), profile("prod")).derive("another"))
                .isNotEqualTo(first);
    }

    @Test
    void stopsTheStartOfAnyOtherProfileThatIsToldNone() {
        assertThatThrownBy(() -> new HouseSecret(settings(" "), profile("prod")))
                .isInstanceOf(HouseSecret.NoSecret.class)
                .hasMessageContaining("baton.secret");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void refusesASecretThatCouldBeGuessed() {
        assertThatThrownBy(() -> new HouseSecret(settings("secret"), profile("prod")))
                .isInstanceOf(HouseSecret.NoSecret.class)
                .hasMessageContaining("32");
    }

    private LeadSettings settings(String secret) {
        return new LeadSettings(
                "http://baton.example",
                secret,
                folder.resolve("data/secret"),
                Duration.ofDays(180),
                "en",
                new LeadSettings.Mail("baton.example", "reply"));
    }

    private static MockEnvironment profile(String name) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(name);
        return environment;
    }
}
