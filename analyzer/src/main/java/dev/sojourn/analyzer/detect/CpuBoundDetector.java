package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Caveat;
import dev.sojourn.analyzer.finding.Confidence;
import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Evidence;
import dev.sojourn.analyzer.finding.Finding;
import dev.sojourn.analyzer.finding.Kind;
import dev.sojourn.analyzer.finding.Severity;
import dev.sojourn.analyzer.summary.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs that are slow because they compute, and the method that does. */
final class CpuBoundDetector implements Detector {
  /** Above this the processors are what jobs wait for. */
  private static final double BUSY_RATIO = 0.7;

  /**
   * Below this no one waits for a processor; but if a single method takes most of it, that is what
   * makes its job slow.
   */
  private static final double NOTICEABLE_RATIO = 0.3;

  /** So many threads in one method are enough to slow others down where processors are short. */
  private static final double NOTICEABLE_THREADS = 0.05;

  /** A method that takes this share of the processors' time is worth naming as the cause. */
  private static final double HOT_METHOD_SHARE = 0.4;

  /** Share of a job's service time on a processor above which it computes rather than waits. */
  private static final double COMPUTES_SHARE = 0.5;

  /** Who computes waits for a processor, too, which nothing explains; so less is enough. */
  private static final double COMPUTES_VISIBLY_SHARE = 0.3;

  /** A job that the clock starts may compute for so much of the time until it is due again. */
  private static final double CLOCKED_SHARE = 0.2;

  @Override
  public Kind kind() {
    return Kind.CPU_BOUND;
  }

  @Override
  public Diagnosis detect(Workload workload) {
    if (!workload.knowsCpu()) {
      return new Diagnosis.CannotTell("jdk.CPULoad was not recorded");
    }
    return Diagnosis.of(finding(workload).map(List::of).orElse(List.of()));
  }

  private Optional<Finding> finding(Workload workload) {
    Optional<HotMethod> hot = HotMethod.hottest(workload);
    Harm harm = workload.harm(losses(workload));
    return harm.severity()
        .filter(severity -> isNoticeable(workload, hot))
        .map(severity -> severity.atMost(limit(workload, hot, harm)))
        .map(severity -> Finding.of(kind(), severity, confidence(workload, hot), harm.impact()))
        .map(
            finding ->
                finding
                    .withJobs(harm.jobs())
                    .withCulprit(hot.map(HotMethod::culprit).orElse(Culprit.UNKNOWN))
                    .withEvidence(evidence(workload, hot))
                    .withCaveats(caveats(workload, hot, harm)));
  }

  private static List<Caveat> caveats(Workload workload, Optional<HotMethod> hot, Harm harm) {
    return limit(workload, hot, harm) == Severity.INFO
        ? Caveats.and(workload, new Caveat(Caveat.Bias.USUAL, ""))
        : Caveats.of(workload);
  }

  private static boolean isNoticeable(Workload workload, Optional<HotMethod> hot) {
    return workload.jvmCpuRatio() >= NOTICEABLE_RATIO
        || (workload.isMachineFull()
            && hot.filter(method -> method.concurrency(workload) >= NOTICEABLE_THREADS)
                .isPresent());
  }

  private static List<Loss> losses(Workload workload) {
    return workload.subjects().stream()
        .filter(subject -> computes(workload, subject))
        .map(subject -> loss(workload, subject))
        .toList();
  }

  /** Where others have the processors, that it waits for them is none of its doing. */
  private static Loss loss(Workload workload, Subject subject) {
    double lostNanos = computingNanos(workload, subject);
    double tailShare = tailShare(workload, subject);
    return workload.isStarved()
        ? subject.loss(lostNanos, tailShare)
        : subject.lossOfProcessors(
            lostNanos + subject.nanos(Component.READY),
            tailShare + subject.tail().share(Component.READY));
  }

  /** Where all processors are busy, what nothing explains is waiting for one. */
  private static double computingNanos(Workload workload, Subject subject) {
    double waits = workload.isMachineFull() ? subject.nanos(Component.UNEXPLAINED) : 0;
    return subject.nanos(Component.CPU) + waits;
  }

  private static double tailShare(Workload workload, Subject subject) {
    double waits = workload.isMachineFull() ? subject.tail().share(Component.UNEXPLAINED) : 0;
    return subject.tail().share(Component.CPU) + waits;
  }

  private static boolean computes(Workload workload, Subject subject) {
    double cpuNanos = subject.nanos(Component.CPU);
    double explainedNanos = subject.wantedNanos() - subject.nanos(Component.UNEXPLAINED);
    boolean mostOfTheExplained =
        cpuNanos >= COMPUTES_SHARE * explainedNanos
            && cpuNanos >= COMPUTES_VISIBLY_SHARE * subject.wantedNanos();
    return mostOfTheExplained
        || computingNanos(workload, subject) >= COMPUTES_SHARE * subject.wantedNanos();
  }

  private static Severity limit(Workload workload, Optional<HotMethod> hot, Harm harm) {
    if (isBatch(workload)
        || HandedOver.is(workload)
        || ParallelWork.is(workload)
        || workload.haveTime(harm.jobs(), CLOCKED_SHARE)
        || workload.isObscured()
        || isOvershadowed(workload)) {
      return Severity.INFO;
    }
    boolean named = hot.filter(method -> method.share() >= HOT_METHOD_SHARE).isPresent();
    return named || workload.jvmCpuRatio() >= BUSY_RATIO ? Severity.CRITICAL : Severity.INFO;
  }

  /** Whether the processors are full without it: others take more, and it takes little. */
  private static boolean isOvershadowed(Workload workload) {
    return workload.isStarved() && workload.jvmCpuRatio() < NOTICEABLE_RATIO;
  }

  /** Whether what computes was handed over as lists of work, which is to use all processors. */
  private static boolean isBatch(Workload workload) {
    List<Subject> computing =
        workload.subjects().stream().filter(subject -> computes(workload, subject)).toList();
    List<Pool> pools =
        workload.pools().stream()
            .filter(pool -> workload.subjectsOf(pool.name()).stream().anyMatch(computing::contains))
            .toList();
    return !pools.isEmpty() && pools.stream().allMatch(Pool::isBatch);
  }

  private static Confidence confidence(Workload workload, Optional<HotMethod> hot) {
    boolean named = hot.filter(method -> method.share() >= HOT_METHOD_SHARE).isPresent();
    return named && workload.jvmCpuRatio() >= BUSY_RATIO ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static Evidence[] evidence(Workload workload, Optional<HotMethod> hot) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.share("CPU in use by the JVM", workload.jvmCpuRatio()));
    evidence.add(Evidence.count("processors", workload.processors()));
    hot.ifPresent(
        method -> {
          evidence.add(Evidence.share("samples in " + method.method(), method.share()));
          evidence.add(Evidence.count("samples", method.samples()));
        });
    return evidence.toArray(Evidence[]::new);
  }
}
