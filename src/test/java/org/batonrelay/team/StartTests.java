package org.batonrelay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.AuthorizationService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

class StartTests extends RunningBaton {

    @Autowired
    WayIn wayIn;

    @Autowired
    Roster roster;

    @Autowired
    GroupRights rights;

    @Autowired
    SharedFilters filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    Environment environment;

    private final ObjectProvider<ExamplePeople> noExamples =
            new DefaultListableBeanFactory().getBeanProvider(ExamplePeople.class);

    @Test
    void saysWhereToGoAndWhosePasswordsEverybodyKnows() {
        assertThat(wayIn.text()).contains("/camunda/app/tasklist/", "/camunda/app/cockpit/", "/mailbox");
        assertThat(wayIn.text()).contains("sdr-1", "process-owner-1", "THE PASSWORD OF EACH EXAMPLE LOGIN IS ITS NAME");
    }

    /** What a new user needs is the box with the addresses, not sixty lines of libraries above it. */
    @Test
    void peopleP21_theStartSaysWhereToGoAndNotWhatLibrariesDo() {
        for (String library : List.of(
                "org.camunda.bpm.engine",
                "org.flywaydb.core",
                "org.apache.catalina.core",
                "org.springframework.boot",
                "com.zaxxer.hikari.HikariDataSource",
                "com.icegreen.greenmail")) {
            assertThat(LoggerFactory.getLogger(library).isInfoEnabled())
                    .as(library)
                    .isFalse();
            assertThat(LoggerFactory.getLogger(library).isWarnEnabled())
                    .as(library)
                    .isTrue();
        }
        assertThat(LoggerFactory.getLogger(WayIn.class).isInfoEnabled()).isTrue();
        assertThat(environment.getProperty("spring.main.banner-mode")).isEqualTo("off");
    }

    @Test
    void namesNoExampleLoginsElsewhere() {
        assertThat(new WayIn(noExamples, "https://baton.acme.example").text())
                .contains("https://baton.acme.example/camunda/app/tasklist/")
                .doesNotContain("sdr-1", "mailbox");
    }

    @Test
    void listensOnThisMachineOnlyWhereEverybodyKnowsThePasswords() throws Exception {
        assertThat(InetAddress.getByName(environment.getRequiredProperty("server.address"))
                        .isLoopbackAddress())
                .isTrue();
    }

    @Test
    void doesNotStartWithoutAManager() {
        Roster nobody = new Roster(identity, new Rights(authorizations)) {
            @Override
            boolean isEmpty(String group) {
                return true;
            }
        };
        MovingIn movingIn = new MovingIn(new TeamSettings(Map.of(), null), nobody, noExamples, rights, filters);
        assertThatThrownBy(() -> movingIn.run(null)).isInstanceOfSatisfying(NobodyManages.class, e -> {
            FailureAnalysis said = new NobodyManagesAnalyzer().analyze(e);
            assertThat(said.getDescription()).contains("Nobody is in the group 'manager'");
            assertThat(said.getAction()).contains("baton.first-manager.id");
        });
    }

    @Test
    void welcomesTheFirstManagerWhomTheSettingsName() {
        Roster nobodyYet = new Roster(identity, new Rights(authorizations)) {
            @Override
            boolean isEmpty(String group) {
                return true;
            }
        };
        TeamSettings settings = new TeamSettings(
                Map.of(), new TeamSettings.FirstManager("first", "s3cret-first", "Nora Lind", "nora@acme.example"));
        try {
            new MovingIn(settings, nobodyYet, noExamples, rights, filters).run(null);
            assertThat(identity.checkPassword("first", "s3cret-first")).isTrue();
            assertThat(identity.createGroupQuery().groupMember("first").list())
                    .extracting(group -> group.getId())
                    .containsExactlyInAnyOrder("manager", "camunda-admin");
        } finally {
            identity.deleteUser("first");
        }
    }

    @Test
    void addsNoRightTwice() {
        long before = authorizations.createAuthorizationQuery().count();
        rights.give();
        filters.share();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(engine.getFilterService()
                        .createTaskFilterQuery()
                        .filterName("Mine")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void saysInASentenceThatAnotherProgramHasTheDatabaseOpen(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("baton");
        DriverManager.getConnection(url, "sa", "").close();
        try (FileChannel file = FileChannel.open(folder.resolve("baton.mv.db"), StandardOpenOption.WRITE);
                FileLock other = file.lock()) {
            assertThat(other.isValid()).isTrue();
            assertThatThrownBy(() -> check(url)).isInstanceOfSatisfying(OneBatonOnOneFile.DatabaseInUse.class, e -> {
                FailureAnalysis said = new DatabaseInUseAnalyzer().analyze(e);
                assertThat(said.getDescription()).contains("probably another Baton", "baton open.");
                assertThat(said.getAction()).contains("spring.datasource.url");
            });
        }
        check(url);
    }

    private static void check(String url) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", "sa")
                .withProperty("spring.datasource.password", ""));
        new OneBatonOnOneFile().initialize(context);
    }
}
