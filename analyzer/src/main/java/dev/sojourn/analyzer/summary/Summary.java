package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Damage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What recordings amount to: an immutable value, and a commutative monoid. The chunks of a file,
 * the files of a machine and the machines of a fleet add up to the same summary in any order and
 * any grouping. All sums are of integers; nothing is cut off.
 *
 * <p>Accounts that are better are kept beside those that are worse (see {@link
 * JobStatistics#account()}), so that the choice does not hang on the order.
 */
public record Summary(
    Coverage coverage,
    Jobs jobs,
    ThreadGroups threadGroups,
    Workers workers,
    Locks locks,
    Deadlocks deadlocks,
    Executors executors,
    Endpoints endpoints,
    Waits waits,
    Pins pins,
    GarbageCollections garbageCollections,
    Heap heap,
    Allocations allocations,
    OldObjects oldObjects,
    Cpu cpu,
    Pressure pressure,
    Samples samples,
    Threads threads,
    Classes classes,
    DirectBuffers directBuffers,
    DirectMemoryPlaces directMemoryPlaces,
    Exceptions exceptions,
    RepeatedFailures repeatedFailures,
    Agents agents,
    Settings settings,
    Bounds bounds,
    OpenEnds openEnds)
    implements Part<Summary> {
  private static final Summary EMPTY = of();

  /** The summary of nothing: what changes no other by being added. */
  public static Summary empty() {
    return EMPTY;
  }

  /**
   * The same with less left open, where much is: what these chunks decide among themselves is put
   * together. To be asked for chunks of which none between them is missing.
   */
  public Summary settledSoFar() {
    return settledSoFar(OpenEndsBuilder.MOST);
  }

  Summary settledSoFar(int mostOpen) {
    Map<String, OpenJvm> jvms = new HashMap<>(openEnds.jvms());
    Summary decided = empty();
    for (Map.Entry<String, OpenJvm> jvm : jvms.entrySet()) {
      OpenJvm open = jvm.getValue();
      if (open.size() > mostOpen) {
        Settlement.SoFar soFar = new Settlement(open, PauseTable.ofSpans(open.pauses())).soFar();
        decided = decided.plus(soFar.decided());
        jvm.setValue(soFar.open());
      }
    }
    return with(new OpenEnds(Sums.sorted(jvms))).plus(decided);
  }

  /**
   * The same with nothing left open: what the chunks told of the begins and the ends of one run is
   * put together, and of two accounts of a job or a lock the better one is chosen. To be asked for
   * when all chunks are there, before anything is read from it. A baseline is settled, and tells
   * too little to be so again.
   */
  public Summary settled() {
    if (bounds.baseline()) {
      return this;
    }
    Summary settled = with(OpenEnds.EMPTY);
    for (OpenJvm open : openEnds.jvms().values()) {
      settled = settled.plus(new Settlement(open, PauseTable.ofSpans(open.pauses())).all());
    }
    return settled.with(
        ThrottledTime.divide(settled.jobs, cpu).settled(),
        MonitorUnion.of(settled.locks).settled(),
        OpenEnds.EMPTY);
  }

  private Summary with(OpenEnds otherEnds) {
    return with(jobs, locks, otherEnds);
  }

  private Summary with(Jobs otherJobs, Locks otherLocks, OpenEnds otherEnds) {
    return new Summary(
        coverage,
        otherJobs,
        threadGroups,
        workers,
        otherLocks,
        deadlocks,
        executors,
        endpoints,
        waits,
        pins,
        garbageCollections,
        heap,
        allocations,
        oldObjects,
        cpu,
        pressure,
        samples,
        threads,
        classes,
        directBuffers,
        directMemoryPlaces,
        exceptions,
        repeatedFailures,
        agents,
        settings,
        bounds,
        otherEnds);
  }

  /** The summary of what could not be read: each damage counts for its file. */
  public static Summary ofDamages(Collection<Damage> damages) {
    Coverage coverage = Coverage.EMPTY;
    for (Damage damage : damages) {
      Source source = new Source(Map.of(), Set.of(), Set.of(damage), 0);
      coverage = coverage.plus(new Coverage(Map.of(damage.path(), source)));
    }
    return of(coverage);
  }

  /**
   * The summary that has these parts and no others.
   *
   * @param parts at most one of each type
   */
  public static Summary of(Part<?>... parts) {
    return new Summary(
        pick(Coverage.EMPTY, parts),
        pick(Jobs.EMPTY, parts),
        pick(ThreadGroups.EMPTY, parts),
        pick(Workers.EMPTY, parts),
        pick(Locks.EMPTY, parts),
        pick(Deadlocks.EMPTY, parts),
        pick(Executors.EMPTY, parts),
        pick(Endpoints.EMPTY, parts),
        pick(Waits.EMPTY, parts),
        pick(Pins.EMPTY, parts),
        pick(GarbageCollections.EMPTY, parts),
        pick(Heap.EMPTY, parts),
        pick(Allocations.EMPTY, parts),
        pick(OldObjects.EMPTY, parts),
        pick(Cpu.EMPTY, parts),
        pick(Pressure.EMPTY, parts),
        pick(Samples.EMPTY, parts),
        pick(Threads.EMPTY, parts),
        pick(Classes.EMPTY, parts),
        pick(DirectBuffers.EMPTY, parts),
        pick(DirectMemoryPlaces.EMPTY, parts),
        pick(Exceptions.EMPTY, parts),
        pick(RepeatedFailures.EMPTY, parts),
        pick(Agents.EMPTY, parts),
        pick(Settings.EMPTY, parts),
        pick(Bounds.EMPTY, parts),
        pick(OpenEnds.EMPTY, parts));
  }

  private static <P extends Part<P>> P pick(P empty, Part<?>... parts) {
    for (Part<?> part : parts) {
      if (empty.getClass().isInstance(part)) {
        @SuppressWarnings("unchecked")
        P picked = (P) part;
        return picked;
      }
    }
    return empty;
  }

  /**
   * The sum of both.
   *
   * @throws DuplicateChunkException if a chunk is in both
   */
  @Override
  public Summary plus(Summary other) {
    return new Summary(
        coverage.plus(other.coverage),
        jobs.plus(other.jobs),
        threadGroups.plus(other.threadGroups),
        workers.plus(other.workers),
        locks.plus(other.locks),
        deadlocks.plus(other.deadlocks),
        executors.plus(other.executors),
        endpoints.plus(other.endpoints),
        waits.plus(other.waits),
        pins.plus(other.pins),
        garbageCollections.plus(other.garbageCollections),
        heap.plus(other.heap),
        allocations.plus(other.allocations),
        oldObjects.plus(other.oldObjects),
        cpu.plus(other.cpu),
        pressure.plus(other.pressure),
        samples.plus(other.samples),
        threads.plus(other.threads),
        classes.plus(other.classes),
        directBuffers.plus(other.directBuffers),
        directMemoryPlaces.plus(other.directMemoryPlaces),
        exceptions.plus(other.exceptions),
        repeatedFailures.plus(other.repeatedFailures),
        agents.plus(other.agents),
        settings.plus(other.settings),
        bounds.plus(other.bounds),
        openEnds.plus(other.openEnds));
  }
}
