package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.event.Damage;

/** A damage in one line: the file, what is wrong with it, where, and how much is lost. */
public final class DamageText {
  private DamageText() {}

  /** Such as {@code app.jfr: the file is empty, it ends at byte 0}. */
  public static String of(Damage damage) {
    return damage.path() + ": " + FaultText.words(damage);
  }
}
