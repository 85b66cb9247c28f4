package org.batonrelay.engine.setup;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.batonrelay.engine.DrawnBehaviour;
import org.batonrelay.engine.Errand;
import org.batonrelay.engine.ErrandJob;
import org.batonrelay.engine.FailedJob;
import org.batonrelay.engine.FailedJobLog;
import org.batonrelay.engine.GroupsAsReceivers;
import org.batonrelay.engine.HouseHistory;
import org.batonrelay.engine.LastThings;
import org.batonrelay.engine.LostRaces;
import org.batonrelay.engine.OneAfterTheOther;
import org.batonrelay.engine.UnkeptVariables;
import org.batonrelay.engine.decision.FeelParsedOnce;
import org.batonrelay.engine.decision.FiredRules;
import org.batonrelay.engine.decision.MendedDecisions;
import org.batonrelay.engine.deployment.DeployedVersions;
import org.batonrelay.engine.deployment.DeploymentRule;
import org.batonrelay.engine.deployment.DeploymentRules;
import org.batonrelay.engine.deployment.ReplacedVersions;
import org.batonrelay.engine.deployment.SentGoesLive;
import org.batonrelay.engine.form.Choices;
import org.batonrelay.engine.form.ChoicesInForms;
import org.batonrelay.engine.form.Feel;
import org.batonrelay.engine.form.FormCheck;
import org.batonrelay.engine.guard.DrawnSteps;
import org.batonrelay.engine.guard.GuardedFilterService;
import org.batonrelay.engine.guard.GuardedFormService;
import org.batonrelay.engine.guard.GuardedRepositoryService;
import org.batonrelay.engine.guard.GuardedRuntimeService;
import org.batonrelay.engine.guard.GuardedTaskService;
import org.batonrelay.engine.guard.HouseExpressions;
import org.batonrelay.engine.guard.NoClassesByName;
import org.batonrelay.engine.guard.NoScripts;
import org.batonrelay.engine.guard.PartnersEyes;
import org.batonrelay.engine.guard.PartnersGuesses;
import org.batonrelay.engine.guard.PartnersRights;
import org.batonrelay.engine.guard.PartnersSight;
import org.batonrelay.engine.guard.RefusedInWords;
import org.batonrelay.engine.guard.ShutWays;
import org.batonrelay.engine.guard.TaskGuard;
import org.batonrelay.engine.hands.HandBatches;
import org.batonrelay.engine.hands.HandWork;
import org.batonrelay.engine.hands.HandsOnClocks;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** What the engine needs to know of the house, and the one clock that both share. */
@Configuration(proxyBeanMethods = false)
class EngineSetup {

    /** The engine starts on a schema that Flyway has made; it neither makes nor changes one itself. */
    @Bean
    @DependsOnDatabaseInitialization
    ProcessEnginePlugin houseRules(
            FiredRules fired,
            ObjectProvider<Errand<?>> errands,
            ObjectProvider<PlatformTransactionManager> transactions,
            ApplicationEventPublisher events,
            ObjectProvider<PartnersSight> partners,
            ObjectProvider<Choices> choices,
            ObjectProvider<DrawnSteps> steps,
            ObjectProvider<DeploymentRule> rules,
            ObjectProvider<DeployedVersions> versions,
            ObjectProvider<OneAfterTheOther> turns,
            List<UnkeptVariables> unkept) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setHistoryTimeToLive("P730D");
                // of two levels of one name the engine takes the one that was added
                engine.setCustomHistoryLevels(List.of(new HouseHistory(unkept)));
                DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
                decisions.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(List.of(fired)));
                decisions.setFeelEngineFactory(FeelParsedOnce::new);
                engine.setDmnEngineConfiguration(decisions);
                engine.setCmmnEnabled(false);
                engine.setStandaloneTasksEnabled(false);
                // nobody has a tenant; asked for it, H2 reads each row without one instead of the lead's own few
                engine.setTenantCheckEnabled(false);
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                // what a withdrawn task would have put out is nobody's decision, and perhaps not there at all
                engine.setSkipOutputMappingOnCanceledActivities(true);
                engine.setDefaultUserPermissionNameForTask("TASK_WORK");
                engine.setGeneralResourceWhitelistPattern("[A-Za-z0-9][A-Za-z0-9._@-]*"); // "sdr-1", "sales-support"
                // the doors slow down whoever guesses; the engine's lock would let anybody lock out anybody
                engine.setLoginMaxAttempts(Integer.MAX_VALUE);
                engine.setLoginDelayBase(0);
                // of a job that failed tells FailedJobLog, of a step that failed whoever asked for it
                engine.setEnableCmdExceptionLogging(false);
                engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT15M,PT1H");
                engine.setJobExecutorAcquireByDueDate(true);
                // seconds; a question of one ordinary login must not keep everybody waiting
                engine.setJdbcStatementTimeout(20);
                engine.setResourceAuthorizationProvider(new PartnersRights());
                engine.setExpressionManager(new HouseExpressions(steps::getObject));
                engine.setCustomPreDeployers(List.of(
                        new DeploymentRules(rules::orderedStream), new ReplacedVersions(versions::getObject, events)));
                engine.setCustomPostDeployers(List.of(new MendedDecisions()));
                engine.setDeploymentHandlerFactory(built -> new SentGoesLive(built, versions::getObject));
                engine.setScriptEngineResolver(new NoScripts());
                engine.setArtifactFactory(new NoClassesByName());
                List<BpmnParseListener> listeners =
                        new ArrayList<>(List.of(new GroupsAsReceivers(), new DrawnBehaviour()));
                Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).ifPresent(listeners::addAll);
                engine.setCustomPostBPMNParseListeners(listeners);
                HandWork handWork = new HandWork(engine, transactions::getObject, events);
                HandsOnClocks clocks = new HandsOnClocks(engine, handWork, transactions::getObject);
                engine.setCustomPreCommandInterceptorsTxRequired(List.of(
                        new RefusedInWords(engine),
                        new ShutWays(engine),
                        new PartnersGuesses(engine),
                        clocks,
                        new LostRaces()));
                engine.setCustomPostCommandInterceptorsTxRequired(List.of(new LastThings(turns::getObject)));
                engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new LastThings(turns::getObject)));
                engine.setCustomHistoryEventHandlers(List.of(clocks));
                guard(
                        engine,
                        turns::getObject,
                        handWork,
                        new PartnersEyes(engine, partners::getObject),
                        new ChoicesInForms(choices::getObject));
            }

            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                // only now: the starter sets its own while it prepares the engine
                engine.setFailedJobCommandFactory(FailedJob::new);
                ExecuteJobHelper.LOGGING_HANDLER = new FailedJobLog();
                engine.getJobHandlers().put(ErrandJob.TYPE, new ErrandJob(errands));
                HandBatches.watch(engine, new HandWork(engine, transactions::getObject, events));
            }
        };
    }

    @Bean
    FiredRules firedRules() {
        return new FiredRules();
    }

    /** REST and the web apps reach the engine through these services only. */
    private static void guard(
            ProcessEngineConfigurationImpl engine,
            Supplier<OneAfterTheOther> turns,
            HandWork handWork,
            PartnersEyes partners,
            ChoicesInForms choices) {
        FormCheck forms = new FormCheck(new Feel(engine));
        TaskGuard tasks = new TaskGuard(forms, turns);
        engine.setFilterService(new GuardedFilterService(partners));
        engine.setTaskService(new GuardedTaskService(engine, tasks, partners));
        engine.setFormService(new GuardedFormService(engine, tasks, forms, partners, choices));
        engine.setRuntimeService(new GuardedRuntimeService(engine, handWork, partners));
        engine.setRepositoryService(new GuardedRepositoryService(engine));
    }

    /** As many jobs at a time as there are cores: more would only wait for the same processor. */
    @Bean("camundaTaskExecutor")
    @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
    ThreadPoolTaskExecutor jobThreads() {
        int cores = Runtime.getRuntime().availableProcessors();
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(cores);
        threads.setMaxPoolSize(cores);
        threads.setQueueCapacity(200);
        return threads;
    }

    @Bean
    Clock clock() {
        return new EngineClock();
    }

    /** Reads the engine's clock, so that a time the engine acts on is the time our records show. */
    private static final class EngineClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("zones appear only in the calendar");
        }

        @Override
        public Instant instant() {
            return ClockUtil.getCurrentTime().toInstant();
        }
    }
}
