package dev.sojourn.examples.faults;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * One service of the corpus.
 *
 * @param name its domain and class, such as {@code bank/StatementPrinting}
 */
record Case(String name, Expectation expectation) {
  /** Detectors may be tuned on this one; chance decides, in the shape of the name's checksum. */
  boolean tuning() {
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() % 2 == 0;
  }

  Scenario scenario() throws ReflectiveOperationException {
    String className = Case.class.getPackageName() + '.' + name.replace('/', '.');
    return Class.forName(className).asSubclass(Scenario.class).getConstructor().newInstance();
  }
}
