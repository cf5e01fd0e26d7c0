package org.infolinia.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.infolinia.reports");

    @Test
    void poiIsKnownToTheWorkbookAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..reports.workbook..", "..reports.csv..", "..reports.pdf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache..")
                .check(MAIN_CLASSES);
    }

    @Test
    void commonsCsvIsKnownToTheCsvAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..reports.csv..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.csv..")
                .check(MAIN_CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..reports.csv..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..")
                .check(MAIN_CLASSES);
    }

    @Test
    void jacksonIsKnownToTheJsonAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..reports.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..")
                .check(MAIN_CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.infolinia.reports.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MAIN_CLASSES);
    }

    @Test
    void figuresAndCallsKnowNoFiles() {
        noClasses()
                .that()
                .resideInAnyPackage("..reports.calls..", "..reports.figures..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..")
                .check(MAIN_CLASSES);
    }

    @Test
    void nothingAsksForThePresentTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(MAIN_CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIs() {
        Set<String> packages = new TreeSet<>();
        Set<String> described = new TreeSet<>();
        for (JavaClass one : MAIN_CLASSES) {
            packages.add(one.getPackageName());
            if (one.getSimpleName().equals("package-info")) {
                described.add(one.getPackageName());
            }
        }

        assertThat(described).isEqualTo(packages);
    }
}
