package org.infolinia.launcher.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.infolinia.agi.asterisk.AgiServer;
import org.infolinia.agi.offending.OffendingCalls;
import org.infolinia.hotline.Hotline;
import org.infolinia.launcher.Infolinia;
import org.infolinia.reports.LogReport;
import org.infolinia.reports.offending.OffendingFigures;
import org.infolinia.sidecar.web.WebListener;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What all modules keep to. Each rule is first seen to fail on offenders, then held against the program. */
final class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.infolinia");

    private static final JavaClasses OFFENDERS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.infolinia");

    /** What a module's features may know; a new feature package of {@code hotline} is added here. */
    private static final String[] HOTLINE_FEATURES = {
        "org.infolinia.hotline",
        "org.infolinia.hotline.calendar",
        "org.infolinia.hotline.callback",
        "org.infolinia.hotline.calls",
        "org.infolinia.hotline.cases",
        "org.infolinia.hotline.delivery",
        "org.infolinia.hotline.dictionary",
        "org.infolinia.hotline.drawing",
        "org.infolinia.hotline.history",
        "org.infolinia.hotline.inforce",
        "org.infolinia.hotline.ivr",
        "org.infolinia.hotline.line",
        "org.infolinia.hotline.mail",
        "org.infolinia.hotline.number",
        "org.infolinia.hotline.people",
        "org.infolinia.hotline.queue",
        "org.infolinia.hotline.recording",
        "org.infolinia.hotline.simulation",
        "org.infolinia.hotline.talk"
    };

    private static final List<String> SERVICES =
            List.of("org.infolinia.agi..", "org.infolinia.desk..", "org.infolinia.reports..");

    @Test
    void allModulesAreLookedAtAndNoTests() {
        assertThat(PROGRAM.contain(Hotline.class)).isTrue();
        assertThat(PROGRAM.contain(WebListener.class)).isTrue();
        assertThat(PROGRAM.contain(AgiServer.class)).isTrue();
        assertThat(PROGRAM.contain(LogReport.class)).isTrue();
        assertThat(PROGRAM.contain(Infolinia.class)).isTrue();
        assertThat(PROGRAM.contain(ArchitectureTest.class)).isFalse();
        assertThat(OFFENDERS.contain(OffendingWiring.class)).isTrue();
    }

    @Test
    void databaseLibrariesStayWithTheDatabase() {
        for (String library :
                List.of("java.sql..", "javax.sql..", "org.jdbi..", "com.zaxxer..", "org.flywaydb..", "org.sqlite..")) {
            onlyIn(library, "org.infolinia.sidecar.database", "org.infolinia.sidecar.store");
        }
    }

    @Test
    void webLibrariesStayWithTheWeb() {
        onlyIn("org.eclipse.jetty..", "org.infolinia.sidecar.web");
        onlyIn("io.micrometer..", "org.infolinia.sidecar.web", "org.infolinia.launcher");
    }

    @Test
    void pagesAreMadeWhereTheSiteIs() {
        onlyIn("freemarker..", "org.infolinia.sidecar.site");
        for (String library : List.of("jakarta.ws.rs..", "org.glassfish.jersey..")) {
            onlyIn(
                    library,
                    "org.infolinia.sidecar.site",
                    "org.infolinia.sidecar.web",
                    "org.infolinia.agi.coordinator",
                    "org.infolinia.desk..",
                    "org.infolinia.reports.pages");
        }
    }

    @Test
    void secretsOfSignInAreCheckedInOnePlace() {
        onlyIn("com.password4j..", "org.infolinia.sidecar.signin");
        onlyIn("com.eatthepath..", "org.infolinia.sidecar.signin");
        onlyIn("io.nayuki..", "org.infolinia.sidecar.signin");
    }

    @Test
    void mailIsSentByOneEdge() {
        onlyIn("jakarta.mail..", "org.infolinia.sidecar.mail");
        onlyIn("org.eclipse.angus..", "org.infolinia.sidecar.mail");
    }

    @Test
    void xmlStaysWithTheTwoFilesThatAreXml() {
        onlyIn("jakarta.xml..", "org.infolinia.hotline.xml");
        onlyIn("javax.xml..", "org.infolinia.hotline.xml", "org.infolinia.launcher");
        onlyIn("org.w3c..", "org.infolinia.hotline.xml", "org.infolinia.launcher");
    }

    @Test
    void holidaysAreAskedOfOneLibraryInOnePlace() {
        onlyIn("de.focus_shift..", "org.infolinia.hotline.jollyday");
    }

    @Test
    void numberingPlansAreAskedOfOneLibraryInOnePlace() {
        onlyIn("com.google.i18n..", "org.infolinia.hotline.libphonenumber");
    }

    @Test
    void reportsAreWrittenAtTheirEdges() {
        onlyIn("org.apache.poi..", "org.infolinia.reports.workbook");
        onlyIn("org.apache.pdfbox..", "org.infolinia.reports.pdf");
        onlyIn(
                "com.fasterxml.jackson..",
                "org.infolinia.reports.json",
                "org.infolinia.sidecar.site",
                "org.infolinia.sidecar.web");
    }

    @Test
    void commandLineIsReadByTheLauncherAlone() {
        onlyIn("picocli..", "org.infolinia.launcher");
    }

    @Test
    void nobodyKnowsWhichLogItIs() {
        onlyIn("ch.qos.logback..");
    }

    @Test
    void featuresOfTheHotlineKnowNothingButTheJdkAndEachOther() {
        keptTo(classes()
                .that()
                .resideInAnyPackage(HOTLINE_FEATURES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(HOTLINE_FEATURES, "java..", "org.jspecify.annotations")));
    }

    @Test
    void featuresKnowNoEdgeOfTheirModule() {
        keptTo(noClasses()
                .that()
                .resideInAnyPackage(with(
                        HOTLINE_FEATURES,
                        "org.infolinia.agi.announcements",
                        "org.infolinia.agi.call",
                        "org.infolinia.agi.callback",
                        "org.infolinia.agi.ivr",
                        "org.infolinia.agi.listening",
                        "org.infolinia.agi.number",
                        "org.infolinia.agi.rendering",
                        "org.infolinia.agi.trunk",
                        "org.infolinia.agi.waiting",
                        "org.infolinia.reports.calls",
                        "org.infolinia.reports.figures"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.infolinia.hotline.jollyday",
                        "org.infolinia.hotline.libphonenumber",
                        "org.infolinia.hotline.xml",
                        "org.infolinia.agi.asterisk",
                        "org.infolinia.agi.voice",
                        "org.infolinia.reports.json",
                        "org.infolinia.reports.workbook",
                        "org.infolinia.reports.pdf",
                        "org.infolinia.sidecar.ami",
                        "org.infolinia.sidecar.database",
                        "org.infolinia.sidecar.mail",
                        "org.infolinia.sidecar.store",
                        "org.infolinia.sidecar.web"));
    }

    @Test
    void servicesDoNotKnowEachOther() {
        for (String one : SERVICES) {
            for (String other : SERVICES) {
                if (!one.equals(other)) {
                    keptTo(noClasses()
                            .that()
                            .resideInAPackage(one)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(other));
                }
            }
        }
    }

    @Test
    void packagesFormNoCircle() {
        ArchRule rule = slices().matching("org.infolinia.(**)").should().beFreeOfCycles();

        assertThat(rule.evaluate(OFFENDERS).hasViolation()).isTrue();
        // The record Hotline is in its module's root with QueueName, Topic and the other small values: it is made of
        // what the feature packages hold, and they are made of those values. A circle, but within one module and of
        // records alone; to part it every value would have to leave the place where a reader looks for it first.
        rule.check(PROGRAM.that(resideOutsideOfPackages("org.infolinia.hotline")));
    }

    @Test
    void timeComesFromAnInjectedClock() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(describe("asks the machine for the time", ArchitectureTest::asksTheMachine));

        foundIn(
                rule,
                OffendingHabits.AsksInstant.class,
                OffendingHabits.PassesTheQuestionOn.class,
                OffendingHabits.AsksLocalDate.class,
                OffendingHabits.AsksInAZone.class,
                OffendingHabits.AsksMilliseconds.class,
                OffendingHabits.AsksDate.class);
        assertThat(rule.evaluate(only(OffendingHabits.AsksAClock.class)).hasViolation())
                .isFalse();
        rule.check(PROGRAM);
    }

    @Test
    void oneClockIsMadeWhereTheProgramBegins() {
        ArchRule rule = noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Infolinia.class.getName())
                .should()
                .accessTargetWhere(describe("makes a clock", ArchitectureTest::makesAClock));

        foundIn(rule, OffendingHabits.MakesAClock.class);
        rule.check(PROGRAM);
    }

    /** The tests run in one time zone that is not ours; where by chance both have the same day, this finds it. */
    @Test
    void nobodyAsksForTheMachinesTimeZone() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(describe(
                        "asks for the machine's time zone",
                        (JavaAccess<?> access) -> isOf(access, ZoneId.class, Set.of("systemDefault"))
                                || isOf(access, TimeZone.class, Set.of("getDefault"))));

        foundIn(rule, OffendingHabits.AsksForTheZone.class);
        rule.check(PROGRAM);
    }

    @Test
    void nobodySleeps() {
        ArchRule rule = noClasses()
                .should()
                .accessTargetWhere(describe(
                        "sleeps", (JavaAccess<?> access) -> isOf(access, Thread.class, Set.of("sleep", "onSpinWait"))));

        foundIn(rule, OffendingHabits.Sleeps.class);
        rule.check(PROGRAM);
    }

    @Test
    void objectsAreWiredByHand() {
        // No such library is on our path, so there can be no offender; the condition itself is shown on another name.
        assertThat(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("picocli..")
                        .evaluate(PROGRAM)
                        .hasViolation())
                .isTrue();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.inject..", "jakarta.inject..", "com.google.inject..", "org.springframework..")
                .check(PROGRAM);
    }

    @Test
    void everyPackageSaysWhatLivesInItAndIsNullMarked() {
        ArchRule rule = classes().should(resideInAMarkedPackage());

        foundIn(rule, OffendingCalls.class, OffendingFigures.class);
        rule.check(PROGRAM);
    }

    /** The library is known by no class outside those packages, and the offenders do know it. */
    private static void onlyIn(String library, String... packages) {
        keptTo(noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    private static void keptTo(ArchRule rule) {
        assertThat(rule.evaluate(OFFENDERS).hasViolation())
                .as("fails for the offenders: %s", rule.getDescription())
                .isTrue();
        rule.check(PROGRAM);
    }

    private static void foundIn(ArchRule rule, Class<?>... offenders) {
        for (Class<?> offender : offenders) {
            assertThat(rule.evaluate(only(offender)).hasViolation())
                    .as("finds %s", offender)
                    .isTrue();
        }
    }

    private static JavaClasses only(Class<?> offender) {
        return new ClassFileImporter().importClasses(offender);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        JavaClass owner = access.getTarget().getOwner();
        boolean clockless = access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().noneMatch(kind -> kind.isEquivalentTo(Clock.class));
        return (owner.getPackageName().equals("java.time") && access.getName().equals("now") && clockless)
                || isOf(access, System.class, Set.of("currentTimeMillis"))
                || (isOf(access, Date.class, Set.of("<init>")) && hasNoParameters(access));
    }

    private static boolean makesAClock(JavaAccess<?> access) {
        Predicate<String> makes = name -> name.startsWith("system") || name.startsWith("tick");
        return access.getTarget().getOwner().isEquivalentTo(Clock.class) && makes.test(access.getName());
    }

    private static boolean isOf(JavaAccess<?> access, Class<?> owner, Set<String> names) {
        return access.getTarget().getOwner().isEquivalentTo(owner) && names.contains(access.getName());
    }

    private static boolean hasNoParameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }

    private static ArchCondition<JavaClass> resideInAMarkedPackage() {
        return new ArchCondition<>("reside in a package with a package-info that is @NullMarked") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                boolean marked = one.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(one, marked, one.getPackageName() + " of " + one.getName()));
            }
        };
    }

    private static String[] with(String[] packages, String... further) {
        return Stream.concat(Arrays.stream(packages), Arrays.stream(further)).toArray(String[]::new);
    }
}
