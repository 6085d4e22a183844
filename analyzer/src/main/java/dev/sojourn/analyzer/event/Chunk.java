package dev.sojourn.analyzer.event;

/**
 * One chunk of a recording: what is known before its first event is read.
 *
 * @param identity equal for two copies of the same chunk, wherever they lie, and different for any
 *     two others
 * @param path the file that it was read from, for people
 * @param index position in that file, from 0
 * @param offsetBytes where it begins in that file
 * @param startEpochNanos begin of its time
 * @param durationNanos length of its time; for an unfinished chunk, up to the last event that is
 *     known to be there
 */
public record Chunk(
    String identity,
    String path,
    int index,
    long offsetBytes,
    long startEpochNanos,
    long durationNanos) {}
