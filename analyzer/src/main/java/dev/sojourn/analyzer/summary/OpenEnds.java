package dev.sojourn.analyzer.summary;

import java.util.Map;

/**
 * What cannot be decided within one chunk: runs that began before it, and what threads did after
 * the last run that ended in it. {@link Summary#settled()} decides, when all chunks are there.
 *
 * @param jvms what is open, by JVM (its process and start, or else the file)
 */
public record OpenEnds(Map<String, OpenJvm> jvms) implements Part<OpenEnds> {
  /** Nothing. */
  public static final OpenEnds EMPTY = new OpenEnds(Map.of());

  @Override
  public OpenEnds plus(OpenEnds other) {
    return new OpenEnds(Sums.ofParts(jvms, other.jvms));
  }
}
