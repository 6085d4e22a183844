package dev.sojourn.agent;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * What the agent's loaders may see, and what the probe path may use. A rule without classes fails.
 */
final class AgentArchitectureTest {
  private static final String BOOTSTRAP = "dev.sojourn.agent.bootstrap..";
  private static final JavaClasses AGENT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.sojourn.agent");

  @Test
  void bootstrap_seesJavaBaseAndJfrOnly() {
    classes()
        .that()
        .resideInAPackage(BOOTSTRAP)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            BOOTSTRAP,
            "java.lang..",
            "java.time",
            "java.util",
            "java.util.concurrent..",
            "java.util.function",
            "java.util.stream",
            "java.util.zip",
            "java.io",
            "java.nio",
            "java.nio.charset",
            "jdk.jfr")
        .check(AGENT);
  }

  @Test
  void bootstrap_takesNoLockThatIsWoven() {
    noClasses()
        .that()
        .resideInAPackage(BOOTSTRAP)
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage("java.util.concurrent.locks")))
                .and(target(nameMatching("lock.*|tryLock|acquire.*|await.*|readLock|writeLock"))))
        .allowEmptyShould(false)
        .check(AGENT);
  }

  @Test
  void bootstrap_usesNoRegexOrLogging() {
    noClasses()
        .that()
        .resideInAPackage(BOOTSTRAP)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.regex", "java.util.logging", "java.lang.System$Logger")
        .allowEmptyShould(false)
        .check(AGENT);
  }

  @Test
  void agent_dependsOnNoAnalyzer() {
    noClasses()
        .that()
        .resideInAPackage("dev.sojourn.agent..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.sojourn.analyzer..")
        .check(AGENT);
  }

  @Test
  void packages_haveNoCycles() {
    slices().matching("dev.sojourn.agent.(**)").should().beFreeOfCycles().check(AGENT);
  }
}
