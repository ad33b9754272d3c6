package io.buildingos.web.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.buildingos.kernel.ErrorCode;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the API's code, with the reasons for it. */
@AnalyzeClasses(packages = "io.buildingos.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule touchesNoRows = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "java.sql..", "org.hibernate..")
            .because("permission and transaction are the service's, so that no way leads past them");

    @ArchTest
    static final ArchRule startsNoJobByItself = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.batch..")
            .because("the jobs boundary checks and audits every launch");

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("io.buildingos.web.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a resource needs services, not other resources");

    @ArchTest
    static final ArchRule resourcesAreNamedForWhatTheyAre = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .because("operation ids are made of these names");

    @ArchTest
    static final ArchRule bareResponsesSayWhatTheyAnswer = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .and()
            .arePublic()
            .and()
            .haveRawReturnType(Response.class)
            .should()
            .beAnnotatedWith(Answers.class)
            .because("a signature that says Response tells the API's description nothing");

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

    @Test
    void everyPackageSaysWhatItOwns() throws IOException {
        try (Stream<java.nio.file.Path> folders = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            for (java.nio.file.Path folder :
                    (Iterable<java.nio.file.Path>) folders.filter(Files::isDirectory)::iterator) {
                try (Stream<java.nio.file.Path> files = Files.list(folder)) {
                    boolean code = files.anyMatch(file -> file.toString().endsWith(".java"));
                    assertTrue(!code || Files.exists(folder.resolve("package-info.java")), folder::toString);
                }
            }
        }
    }

    @Test
    void everyErrorCodeIsInTheCommittedDescription() throws IOException {
        String description = Files.readString(java.nio.file.Path.of("src/main/openapi/openapi.yaml"));
        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(description.contains("`" + code + "`"), code::name);
        }
    }
}
