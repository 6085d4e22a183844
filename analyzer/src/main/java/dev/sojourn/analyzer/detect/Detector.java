package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Diagnosis;
import dev.sojourn.analyzer.finding.Kind;

/** Looks for one kind of trouble. Stateless, so any thread may call it. */
interface Detector {
  /** The kind that it looks for. */
  Kind kind();

  /** What it finds; says so where it lacks what it needs. */
  Diagnosis detect(Workload workload);
}
