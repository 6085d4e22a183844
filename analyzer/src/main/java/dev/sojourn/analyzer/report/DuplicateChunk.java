package dev.sojourn.analyzer.report;

/**
 * A copy of a chunk that was left out, because another was read.
 *
 * @param path the file that it lies in
 * @param keptPath the file whose copy was read
 */
public record DuplicateChunk(String path, String keptPath) {}
