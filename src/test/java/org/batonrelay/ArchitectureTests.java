package org.batonrelay;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

@AnalyzeClasses(packages = "org.batonrelay", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> ENGINE =
            resideInAPackage("org.camunda.bpm..").as("the engine");

    /** The part a model calls, and what it is made of. */
    private static final DescribedPredicate<JavaClass> CALLED_BY_A_MODEL = DescribedPredicate.or(
                    assignableTo(JavaDelegate.class),
                    assignableTo(ExecutionListener.class),
                    assignableTo(TaskListener.class))
            .as("called by a model");

    /** What a web app finds by its list of plugins. */
    private static final DescribedPredicate<JavaClass> PLUGIN =
            assignableTo(AppPlugin.class).as("a plugin of a web app");

    @ArchTest
    static final ArchRule onlyWhatIsAboutTheEngineKnowsIt = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..engine..",
                    "..team..",
                    "..absence..",
                    "..doors..",
                    "..baton..",
                    "..relay..",
                    "..watch..",
                    "..mending..")
            .and(DescribedPredicate.not(outermost(CALLED_BY_A_MODEL)))
            .and(DescribedPredicate.not(outermost(simpleNameEndingWith("Steps"))))
            .and(DescribedPredicate.not(outermost(PLUGIN)))
            .and()
            .haveSimpleNameNotEndingWith("Process")
            .should()
            .dependOnClassesThat(ENGINE)
            .because(
                    "business code speaks business words: the engine is for engine, team, absence, doors, baton, relay, watch, mending, steps, plugins,"
                            + " and the one class of a room that puts its process into such words");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .andShould()
            .notBeAnnotatedWith(Value.class)
            .because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule nothingIsPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule loggingIsByOneFacade = GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule noNameSaysNothing = noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Common|Helper|Manager|Base|Impl|Dto|DTO)")
            .orShould()
            .resideInAnyPackage(
                    "..util..", "..common..", "..helper..", "..manager..", "..base..", "..impl..", "..dto..")
            .because("a name tells what a thing is for");

    @ArchTest
    static final ArchRule oneClockIsRead = noClasses()
            .that()
            .resideOutsideOfPackage("..engine..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", ZoneId.class)
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Date.class)
            .because("a time the engine acts on is the time our records show");

    @ArchTest
    static final ArchRule whatAModelCallsIsABean = classes()
            .that(CALLED_BY_A_MODEL)
            .and()
            .areTopLevelClasses()
            .should()
            .beAnnotatedWith(Component.class)
            .because("a model finds it by its name");

    private static DescribedPredicate<JavaClass> outermost(DescribedPredicate<JavaClass> predicate) {
        return new DescribedPredicate<>("are (inside of what is) " + predicate.getDescription()) {
            @Override
            public boolean test(JavaClass it) {
                return Stream.iterate(it, outer -> outer.getEnclosingClass().orElse(null))
                        .takeWhile(outer -> outer != null)
                        .anyMatch(predicate);
            }
        };
    }
}
