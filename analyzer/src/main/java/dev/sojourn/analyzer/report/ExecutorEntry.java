package dev.sojourn.analyzer.report;

/**
 * One executor, over all its samples.
 *
 * @param executor its name
 * @param meanActive mean number of threads that ran a task
 * @param maximum most threads allowed
 * @param meanQueueLength mean number of queued tasks
 * @param maxQueueLength largest number of queued tasks
 * @param completed tasks that ended
 * @param rejected tasks that were rejected
 */
public record ExecutorEntry(
    String executor,
    double meanActive,
    int maximum,
    double meanQueueLength,
    long maxQueueLength,
    long completed,
    long rejected) {}
