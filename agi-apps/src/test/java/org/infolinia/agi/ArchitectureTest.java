package org.infolinia.agi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The arrows inside this module. */
final class ArchitectureTest {

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.infolinia.agi");

    @Test
    void featuresKnowNoEdge() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..agi.call",
                        "..agi.callback",
                        "..agi.ivr",
                        "..agi.announcements",
                        "..agi.listening",
                        "..agi.number",
                        "..agi.rendering",
                        "..agi.sound",
                        "..agi.trunk",
                        "..agi.waiting")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..agi.asterisk", "..agi.voice")
                .check(MAIN_CLASSES);
    }

    @Test
    void socketsAreOpenedAtTheAsteriskEdgesAlone() {
        noClasses()
                .that()
                // Pages lead on to addresses, by java.net.URI.
                .resideOutsideOfPackages("..agi.asterisk", "..agi.ami", "..agi.coordinator")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net")
                .check(MAIN_CLASSES);
    }

    @Test
    void pagesOpenNoSockets() {
        noClasses()
                .that()
                .resideInAPackage("..agi.coordinator")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.net.Socket.class, java.net.ServerSocket.class, java.net.URL.class)
                .check(MAIN_CLASSES);
    }

    @Test
    void programsAreRunByTheVoiceAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..agi.voice")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Runtime.class)
                .check(MAIN_CLASSES);
    }

    @Test
    void noOtherModulesInsidesAreUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.infolinia.agi..",
                        "org.infolinia.hotline..",
                        "org.infolinia.sidecar.ami",
                        "org.infolinia.sidecar.site",
                        "jakarta.ws.rs..",
                        "java..",
                        "org.slf4j..",
                        "org.jspecify.."))
                .check(MAIN_CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.infolinia.agi.(*)..").should().beFreeOfCycles().check(MAIN_CLASSES);
    }

    @Test
    void timeComesFromAnInjectedClock() {
        noClasses().should().callMethod(Instant.class, "now").check(MAIN_CLASSES);
        noClasses().should().callMethod(LocalDate.class, "now").check(MAIN_CLASSES);
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(MAIN_CLASSES);
    }
}
