package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.List;
import java.util.Map;

/**
 * Who can be harmed: a job or, in a recording without jobs, a group of threads.
 *
 * @param name of the job or group
 * @param job whether it is a job
 * @param runs ended runs; of a group of threads, tasks, or 1 where nothing tells of them
 * @param sojournNanos sum of the sojourn times; for a group, the time that is not idle
 * @param queues whether it waits because others run: what is slow in the service is then judged by
 *     the service time, else by all of the sojourn time
 * @param mean what all runs are made of
 * @param tail what the slowest hundredth of the runs is made of
 * @param steadiness the part of each component that is not the doing of a few moments in which
 *     other processes had the processors; all of it where it is not there
 */
record Subject(
    String name,
    boolean job,
    long runs,
    long sojournNanos,
    boolean queues,
    ComponentTimes mean,
    ComponentTimes tail,
    Map<Component, Double> steadiness) {
  private static final List<Component> STANDING =
      List.of(Component.BLOCKED, Component.PARKED, Component.WAITED);

  /** The same, with nothing taken for an accident: what happens once cannot show at other times. */
  Subject asRecorded() {
    return new Subject(name, job, runs, sojournNanos, queues, mean, tail, Map.of());
  }

  /** Time of one component in all runs. */
  double nanos(Component component) {
    return mean.share(component) * sojournNanos;
  }

  /** Time in which it stood for others: locks, parks, conditions. */
  double standingNanos() {
    return STANDING.stream().mapToDouble(this::nanos).sum();
  }

  /** The share of that in its slowest hundredth, from 0 to 1. */
  double standingTailShare() {
    return STANDING.stream().mapToDouble(tail::share).sum();
  }

  /** Share of the sojourn time that is spent waiting to be started, from 0 to 1. */
  double waitingShare() {
    return mean.share(Component.QUEUED) + mean.share(Component.LATE);
  }

  /** Whether the clock starts it, not somebody who waits for it. */
  boolean isScheduled() {
    return mean.nanos(Component.LATE) > 0 && mean.nanos(Component.QUEUED) == 0;
  }

  /** The service time that it would have taken with a processor whenever it wanted one. */
  double wantedNanos() {
    return serviceNanos() - nanos(Component.READY);
  }

  /** Sum of the service times. */
  double serviceNanos() {
    return sojournNanos * (1 - waitingShare());
  }

  /** Share of one component in the service time, from 0 to 1. */
  double serviceShare(Component component) {
    double waiting = waitingShare();
    return waiting >= 1 ? 0 : mean.share(component) / (1 - waiting);
  }

  /** Mean sojourn time of a run. */
  double meanSojournNanos() {
    return runs == 0 ? 0 : (double) sojournNanos / runs;
  }

  /** What it loses to a component of its service time. */
  Loss loss(Component component) {
    return lossWithin(component, nanos(component));
  }

  /** What it loses to waiting to be started. */
  Loss waitingLoss() {
    double tailShare =
        steady(Component.QUEUED) * tail.share(Component.QUEUED)
            + steady(Component.LATE) * tail.share(Component.LATE);
    double lostNanos =
        steady(Component.QUEUED) * nanos(Component.QUEUED)
            + steady(Component.LATE) * nanos(Component.LATE);
    return new Loss(name, lostNanos, sojournNanos, sojournNanos, Math.max(1, runs), tailShare);
  }

  /**
   * What it loses to some cause in its service time. What it waits for a processor is left out of
   * that: the fuller the machine, the smaller would all else look.
   *
   * @param tailShare the cause's share of the slowest hundredth of the runs
   */
  Loss loss(double lostNanos, double tailShare) {
    double tailWanted = 1 - tail.share(Component.READY);
    return loss(
        lostNanos,
        judgedNanos() - nanos(Component.READY),
        tailWanted <= 0 ? 0 : Math.min(1, tailShare / tailWanted));
  }

  /**
   * What it loses to want of processors.
   *
   * @param tailShare its share of the slowest hundredth of the runs
   */
  Loss lossOfProcessors(double lostNanos, double tailShare) {
    return loss(lostNanos, judgedNanos(), tailShare);
  }

  /** Share of its service time in which it had a processor or did not want one. */
  double wantedRatio() {
    return serviceNanos() <= 0 ? 1 : wantedNanos() / serviceNanos();
  }

  private double judgedNanos() {
    return queues ? serviceNanos() : sojournNanos;
  }

  private Loss loss(double lostNanos, double judgedNanos, double tailShare) {
    return new Loss(name, lostNanos, judgedNanos, sojournNanos, Math.max(1, runs), tailShare);
  }

  /**
   * What it loses to a part of a component, which has the same part of the tail. Those for whom it
   * stands take longer where processors are wanted, as it does itself, and that is not their doing.
   */
  Loss lossWithin(Component component, double lostNanos) {
    double whole = nanos(component);
    double part = whole <= 0 ? 0 : Math.min(1, lostNanos / whole);
    double theirs = steady(component) * (STANDING.contains(component) ? wantedRatio() : 1);
    return loss(theirs * lostNanos, theirs * part * tail.share(component));
  }

  /** What it loses to something that may be no part of its time, which is so long at least. */
  Loss lossBesides(double lostNanos, double leastNanos) {
    double besides = Math.max(0, lostNanos - standingNanos());
    double all = Math.max(leastNanos, sojournNanos + besides);
    return new Loss(name, lostNanos, all, all, Math.max(1, runs), 0);
  }

  private double steady(Component component) {
    return steadiness.getOrDefault(component, 1.0);
  }
}
