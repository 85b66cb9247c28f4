package org.batonrelay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.batonrelay.RunningBaton;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class ErrandsTests extends RunningBaton {

    @Autowired
    private Errands errands;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ObjectProvider<Errand<?>> everyErrand;

    @Autowired
    private Clock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TransactionTemplate transaction;

    private final String slug = UUID.randomUUID().toString();
    private String deployment = "";
    private ProcessInstance instance;

    @BeforeEach
    void somethingRuns() {
        deployment = repository
                .createDeployment()
                .addString("errands.bpmn", """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="errands-test" isExecutable="true">
                    <startEvent id="started"/><sequenceFlow id="f" sourceRef="started" targetRef="wait"/>
                    <userTask id="wait"/>
                  </process>
                  <process id="drawn-test" isExecutable="true">
                    <startEvent id="begun"/><sequenceFlow id="toStep" sourceRef="begun" targetRef="step"/>
                    <serviceTask id="step" camunda:asyncBefore="true" camunda:delegateExpression="${guardedStep}"
                                 xmlns:camunda="http://camunda.org/schema/1.0/bpmn"/>
                  </process>
                </definitions>
                """)
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey("errands-test", slug);
    }

    @AfterEach
    void nothingOfThisStays() {
        management.createJobQuery().list().stream()
                .filter(job -> job.getProcessInstanceId() == null)
                .forEach(job -> management.deleteJob(job.getId()));
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void runsAnErrandAsAJobOfItsInstance() {
        errands.later(instance.getId(), CountUp.NAME, slug);
        assertThat(counted()).isZero();

        management.executeJob(theJob().getId());

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void runsAnErrandOfNoInstance() {
        errands.later(null, CountUp.NAME, slug);

        Job job = management.createJobQuery().list().stream()
                .filter(any -> any.getProcessInstanceId() == null)
                .findFirst()
                .orElseThrow();
        management.executeJob(job.getId());

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void forgetsAnErrandWhoseTransactionFails() {
        catchThrowable(() -> transaction.executeWithoutResult(status -> {
            errands.later(instance.getId(), CountUp.NAME, slug);
            throw new IllegalStateException("the step fails");
        }));

        assertThat(jobs()).isZero();
    }

    @Test
    void takesBackTheRowsOfAFailedErrandTogetherWithTheJob() {
        errands.later(instance.getId(), CountUp.NAME, slug + CountUp.FAIL);

        catchThrowable(() -> management.executeJob(theJob().getId()));

        assertThat(counted()).isZero();
        assertThat(jobs()).isEqualTo(1);
    }

    @Test
    void putsAFailedErrandOffLongerEachTimeAndThenShowsAnIncidentOnTheInstance() {
        errands.later(instance.getId(), CountUp.NAME, slug + CountUp.FAIL);

        for (Duration pause : FailedJob.PAUSES) {
            catchThrowable(() -> management.executeJob(theJob().getId()));
            assertThat(theJob().getDuedate().toInstant())
                    .isBetween(
                            clock.instant().plus(pause).minusSeconds(30),
                            clock.instant().plus(pause));
            assertThat(incident()).isNull();
        }
        catchThrowable(() -> management.executeJob(theJob().getId()));

        assertThat(theJob().getRetries()).isZero();
        assertThat(incident().getProcessInstanceId()).isEqualTo(instance.getId());
        assertThat(incident().getIncidentMessage()).contains("the mail server is away");
    }

    @Test
    void triesAnErrandThatLostARaceAgainInAMomentAndCountsNoFailure() {
        errands.later(instance.getId(), CountUp.NAME, slug + CountUp.LOSE);

        for (int race = 0; race < 7; race++) {
            catchThrowable(() -> management.executeJob(theJob().getId()));
            assertThat(theJob().getDuedate().toInstant())
                    .isBefore(clock.instant().plusSeconds(3));
        }

        assertThat(theJob().getRetries()).isEqualTo(FailedJob.TRIES);
        assertThat(incident()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"lose, 2, 5", "refuse, 60, 4"})
    void triesADrawnStepThatLostARaceAgainInAMomentAndOneThatFailedLater(String how, long seconds, int left) {
        instance = runtime.startProcessInstanceByKey("drawn-test", Map.of("afterwards", how));

        catchThrowable(() -> management.executeJob(theJob().getId()));

        assertThat(theJob().getDuedate().toInstant())
                .isBetween(
                        clock.instant().plusSeconds(seconds - 2),
                        clock.instant().plusSeconds(seconds + 1));
        assertThat(theJob().getRetries()).isEqualTo(left);
    }

    @Test
    void isOffOnceItsInstanceEnds() {
        errands.later(instance.getId(), CountUp.NAME, slug);

        runtime.deleteProcessInstance(instance.getId(), "test");

        assertThat(jobs()).isZero();
    }

    @Test
    void refusesAPayloadThatTheEngineWouldCut() {
        assertThatThrownBy(() -> errands.later(instance.getId(), CountUp.NAME, "x".repeat(4000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int counted() {
        return jdbc.sql("select count(*) from lead_number where slug = ?")
                .param(slug)
                .query(Integer.class)
                .single();
    }

    private long jobs() {
        return management.createJobQuery().processInstanceId(instance.getId()).count();
    }

    private Job theJob() {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private Incident incident() {
        return runtime.createIncidentQuery().processInstanceId(instance.getId()).singleResult();
    }

    /** What waits on the list when a new version starts was written by the one before. */
    @Test
    void readsTheOrdersOfEveryErrandAsTheVersionBeforeWroteThem() {
        assertThat(everyErrand.stream())
                .hasSizeGreaterThan(50)
                .allSatisfy(errand -> assertThat(isReadAlike(errand.name())).isTrue());
    }

    private static <O> boolean isReadAlike(ErrandName<O> name) {
        if (name.order() == String.class) {
            return name.read("lead-0042").equals("lead-0042");
        }
        String between = name.earlier().equals("\\n") ? "\n" : " ";
        O before = name.read(Stream.of(name.order().getRecordComponents())
                .map(component -> made(component.getType()))
                .collect(Collectors.joining(between)));
        return !before.toString().contains("null")
                && name.read(name.write(before)).equals(before);
    }

    private static String made(Class<?> type) {
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        return switch (type.getSimpleName()) {
            case "LeadReference" -> "acme-0042";
            case "long", "int" -> "7";
            case "boolean" -> "true";
            case "Instant" -> "2026-12-01T10:15:30Z";
            case "LocalDate" -> "2026-12-01";
            default -> "ae-1";
        };
    }
}
