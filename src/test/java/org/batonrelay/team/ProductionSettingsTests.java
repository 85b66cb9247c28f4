package org.batonrelay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.batonrelay.team.ProductionSettings.MissingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTests {

    private final Map<String, String> told = new HashMap<>(Map.of(
            "spring.datasource.url", "jdbc:postgresql://db/baton",
            "spring.datasource.username", "baton",
            "spring.datasource.password", "x",
            "spring.mail.host", "smtp.acme.example",
            "baton.base-url", "https://baton.acme.example",
            "baton.secret", "0123456789012345678901234567890123456789",
            "baton.mail.domain", "acme.example",
            "baton.mail.inbox.host", "imap.acme.example",
            "baton.mail.inbox.user", "baton",
            "baton.mail.inbox.password", "y"));

    @Test
    void haveNothingToSayWhenAllIsTold() {
        assertThatCode(() -> check("production")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.mail.host",
                "baton.base-url",
                "baton.secret",
                "baton.mail.domain",
                "baton.mail.inbox.host",
                "baton.mail.inbox.user",
                "baton.mail.inbox.password"
            })
    void stopTheStartWithOneSentenceThatNamesWhatIsMissing(String setting) {
        told.put(setting, " ");
        assertThatThrownBy(() -> check("production"))
                .isInstanceOf(MissingSettings.class)
                .hasMessageContaining(setting)
                .hasMessageStartingWith("Baton does not start");
    }

    @Test
    void askForNoMailboxWhereNoneIsRead() {
        told.keySet().removeIf(name -> name.startsWith("baton.mail.inbox."));
        told.put("baton.mail.inbox.enabled", "false");
        assertThatCode(() -> check("production")).doesNotThrowAnyException();
    }

    @Test
    void takeNoOtherDatabaseThanPostgreSql() {
        told.put("spring.datasource.url", "jdbc:h2:mem:baton");
        assertThatThrownBy(() -> check("production")).hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void askNothingOfOtherProfiles() {
        told.clear();
        assertThatCode(() -> check("office")).doesNotThrowAnyException();
    }

    /** With the files as they are delivered: what the default profile can do without is not taken for granted. */
    @Test
    void areAllMissingWhereNobodyToldAny() {
        SpringApplication baton = new SpringApplicationBuilder(Empty.class)
                .web(WebApplicationType.NONE)
                .profiles("production")
                .build();
        assertThatThrownBy(baton::run)
                .isInstanceOfSatisfying(
                        MissingSettings.class, e -> assertThat(e.getMessage()).contains(told.keySet()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Empty {}

    private void check(String profile) {
        MockEnvironment environment = new MockEnvironment();
        told.forEach(environment::withProperty);
        environment.setActiveProfiles(profile);
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new ProductionSettings().initialize(context);
    }
}
