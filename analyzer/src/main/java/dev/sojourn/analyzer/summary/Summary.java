package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.Damage;
import java.util.Collection;
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
    Locks locks,
    Executors executors,
    Endpoints endpoints,
    Waits waits,
    Pins pins,
    GarbageCollections garbageCollections,
    Heap heap,
    Allocations allocations,
    OldObjects oldObjects,
    Cpu cpu,
    Samples samples,
    Threads threads,
    Classes classes,
    DirectBuffers directBuffers,
    Exceptions exceptions,
    Agents agents,
    Settings settings)
    implements Part<Summary> {
  private static final Summary EMPTY =
      new Summary(
          Coverage.EMPTY,
          Jobs.EMPTY,
          ThreadGroups.EMPTY,
          Locks.EMPTY,
          Executors.EMPTY,
          Endpoints.EMPTY,
          Waits.EMPTY,
          Pins.EMPTY,
          GarbageCollections.EMPTY,
          Heap.EMPTY,
          Allocations.EMPTY,
          OldObjects.EMPTY,
          Cpu.EMPTY,
          Samples.EMPTY,
          Threads.EMPTY,
          Classes.EMPTY,
          DirectBuffers.EMPTY,
          Exceptions.EMPTY,
          Agents.EMPTY,
          Settings.EMPTY);

  /** The summary of nothing: what changes no other by being added. */
  public static Summary empty() {
    return EMPTY;
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

  static Summary of(Coverage coverage) {
    return new Summary(
        coverage,
        EMPTY.jobs,
        EMPTY.threadGroups,
        EMPTY.locks,
        EMPTY.executors,
        EMPTY.endpoints,
        EMPTY.waits,
        EMPTY.pins,
        EMPTY.garbageCollections,
        EMPTY.heap,
        EMPTY.allocations,
        EMPTY.oldObjects,
        EMPTY.cpu,
        EMPTY.samples,
        EMPTY.threads,
        EMPTY.classes,
        EMPTY.directBuffers,
        EMPTY.exceptions,
        EMPTY.agents,
        EMPTY.settings);
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
        locks.plus(other.locks),
        executors.plus(other.executors),
        endpoints.plus(other.endpoints),
        waits.plus(other.waits),
        pins.plus(other.pins),
        garbageCollections.plus(other.garbageCollections),
        heap.plus(other.heap),
        allocations.plus(other.allocations),
        oldObjects.plus(other.oldObjects),
        cpu.plus(other.cpu),
        samples.plus(other.samples),
        threads.plus(other.threads),
        classes.plus(other.classes),
        directBuffers.plus(other.directBuffers),
        exceptions.plus(other.exceptions),
        agents.plus(other.agents),
        settings.plus(other.settings));
  }
}
