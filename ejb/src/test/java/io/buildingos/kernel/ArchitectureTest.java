package io.buildingos.kernel;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Stateless;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the services, with the reasons for it. */
@AnalyzeClasses(packages = "io.buildingos", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNothingOfHttp = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "io.buildingos.web..")
            .because("a service is called by jobs and pages as well as by the API");

    @ArchTest
    static final ArchRule knowsNothingOfBatch = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.batch..", "io.buildingos.batch..")
            .because("jobs call services, never the other way round");

    @ArchTest
    static final ArchRule theKernelKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("io.buildingos.kernel")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "belong to a feature",
                    type -> type.getPackageName().startsWith("io.buildingos.")
                            && !type.getPackageName().equals("io.buildingos.kernel")
                            && !type.getPackageName().equals("io.buildingos.config")))
            .because("what everything leans on leans on nothing");

    @ArchTest
    static final ArchRule featuresFormNoCycle = slices().matching("io.buildingos.(*)..")
            .should()
            .beFreeOfCycles()
            .because("two features that need each other are one feature, or hide a third");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should(callMethod(Instant.class, "now")
                    .or(callMethod(LocalDate.class, "now"))
                    .or(callMethod(LocalDateTime.class, "now")))
            .because("a rule about time is tested by setting the time");

    @ArchTest
    static final ArchRule everyServiceMethodSaysWhoMayCall = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class)
            .and()
            .arePublic()
            .should(sayWhoMayCall())
            .because("the boundary refuses a method that says nothing, and that should fail here, not at a client's");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.have(
                    com.tngtech.archunit.base.DescribedPredicate.describe(
                            "a public setter",
                            type -> type.getMethods().stream()
                                    .anyMatch(method -> method.getName().matches("set[A-Z].*")
                                            && method.getModifiers().contains(JavaModifier.PUBLIC)))))
            .because("an entity is changed by what happens to it, so that its rules can't be passed by");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
            .that()
            .resideOutsideOfPackage("io.buildingos.config..") // AWS calls its product a manager
            .should()
            .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|DTO|Bean)")
            .because("such a name says what the author didn't know");

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

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("carry @Allowed or @Open") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean says = method.isAnnotatedWith(Allowed.class) || method.isAnnotatedWith(Open.class);
                events.add(new SimpleConditionEvent(method, says, method.getFullName() + " says " + says));
            }
        };
    }
}
