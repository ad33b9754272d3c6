package io.buildingos.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.batch.operations.JobOperator;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the jobs, with the reasons for it. */
@AnalyzeClasses(packages = "io.buildingos.batch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule touchesNoRows = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("a job does its work through services, like everybody");

    @ArchTest
    static final ArchRule knowsNothingOfHttp = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "io.buildingos.web..")
            .because("jobs run without a request");

    @ArchTest
    static final ArchRule onePackageOperatesJobs = noClasses()
            .that()
            .resideOutsideOfPackage("io.buildingos.batch.jobs")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JobOperator.class)
            .because("permission, parameters and audit stand in one place before every launch");

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("io.buildingos.batch.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one feature, or hide a third");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .because("a rule about time is tested by setting the time");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Bean)")
            .because("such a name says what the author didn't know");

    /** JBeret refuses to restart a job whose id isn't its file's name, and one without the guard passes by every check. */
    @Test
    void everyJobIsNamedAsItsFileAndGuarded() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/batch-jobs"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString().replaceFirst("\\.xml$", "");
                String text = Files.readString(file);
                assertTrue(text.contains("<job id=\"" + name + "\""), name);
                assertTrue(text.contains("<listener ref=\"jobGuard\"/>"), name);
            }
        }
    }

    @Test
    void everyPackageSaysWhatItOwns() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
            for (Path folder : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
                try (Stream<Path> files = Files.list(folder)) {
                    boolean code = files.anyMatch(file -> file.toString().endsWith(".java"));
                    assertTrue(!code || Files.exists(folder.resolve("package-info.java")), folder::toString);
                }
            }
        }
    }
}
