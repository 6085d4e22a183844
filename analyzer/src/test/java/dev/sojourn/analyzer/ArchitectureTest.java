package dev.sojourn.analyzer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The data go one way, {@code recording → event → summary → detect → finding → report}. */
@AnalyzeClasses(
    packages = "dev.sojourn.analyzer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "dev.sojourn.analyzer.";
  private static final String ANALYZER = "dev.sojourn.analyzer";
  private static final String[] OUTSIDE = {
    "java..",
    "javax..",
    "jdk..",
    "com.sun..",
    "com.fasterxml..",
    "org.HdrHistogram..",
    "org.apache.commons..",
    "picocli.."
  };

  @ArchTest static final ArchRule eventsAreValues = mayUse("event");

  @ArchTest static final ArchRule readingYieldsEvents = mayUse("recording", "event");

  @ArchTest static final ArchRule summariesAreMadeOfEvents = mayUse("summary", "event");

  @ArchTest static final ArchRule statisticsAreMathematics = mayUse("statistics");

  @ArchTest static final ArchRule findingsAreValues = mayUse("finding");

  @ArchTest
  static final ArchRule detectorsTurnSummariesIntoFindings =
      mayUse("detect", "event", "summary", "statistics", "finding");

  @ArchTest
  static final ArchRule reportsAreMadeOfValues =
      mayUse("report", "event", "summary", "finding", "verdict");

  @ArchTest
  static final ArchRule nothingUsesTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + "command..");

  @ArchTest
  static final ArchRule packagesHaveNoCycle =
      slices().matching("dev.sojourn.analyzer.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyRecordingReadsRecordings =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "recording..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "command..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(Throwable.class, "printStackTrace");

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(BASE + "command.Main")
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule agentAndAnalyzerShareNoCode =
      noClasses()
          .that()
          .resideInAPackage(ANALYZER + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sojourn.agent..");

  @ArchTest
  static final ArchRule classesTellWhatTheyAre =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Toolkit)");

  @ArchTest
  static final ArchRule renderersStandInReport =
      classes()
          .that()
          .haveSimpleNameEndingWith("Renderer")
          .should()
          .resideInAPackage(BASE + "report..");

  private static ArchRule mayUse(String stage, String... others) {
    String[] allowed = new String[OUTSIDE.length + others.length + 1];
    System.arraycopy(OUTSIDE, 0, allowed, 0, OUTSIDE.length);
    allowed[OUTSIDE.length] = BASE + stage + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[OUTSIDE.length + 1 + i] = BASE + others[i] + "..";
    }
    return classes()
        .that()
        .resideInAPackage(BASE + stage + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }
}
