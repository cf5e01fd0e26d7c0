package org.infolinia.hotline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.infolinia.hotline");

    @Test
    void onlyTheReadingOfHotlineXmlKnowsXml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..hotline.xml")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.xml..", "javax.xml..", "org.xml..", "org.w3c..", "org.glassfish..")
                .check(MAIN);
    }

    @Test
    void onlyOneEdgeKnowsJollyday() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..hotline.jollyday")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("de.focus_shift..")
                .check(MAIN);
    }

    @Test
    void onlyOneEdgeKnowsLibphonenumber() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..hotline.libphonenumber")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.i18n..")
                .check(MAIN);
    }

    @Test
    void featuresKnowNoEdgeAndNothingButTheJdk() {
        classes()
                .that()
                .resideOutsideOfPackages(
                        "..hotline.editing", "..hotline.xml", "..hotline.jollyday", "..hotline.libphonenumber")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
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
                        "org.infolinia.hotline.talk")
                .check(MAIN);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(MAIN);
    }
}
