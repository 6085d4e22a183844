package dev.sojourn.examples.fulfilment;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be wrong with the service; each changes one thing about {@link Settings}. */
enum Fault {
  NONE("nothing"),
  LOCK("the inventory audit holds the stock lock while it reads the database"),
  MONITOR("the price refresh runs inside the monitor that every price lookup enters"),
  POOL("one order worker for more work than one can do"),
  STAGE("one slow label printer for all parcels"),
  DOWNSTREAM("the carrier answers slowly"),
  CONNECTION_POOL("one database connection for all workers"),
  RETRY("the payment provider declines most calls, and each is tried again at once"),
  CPU("receipts are signed with far too many rounds"),
  GC("receipts are laid out as large object trees and kept for a while"),
  LEAK("shipping quotes are kept for ever"),
  TREND("each shipping quote is compared with every earlier one");

  private final String description;

  Fault(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** As it is written on the command line. */
  String option() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Fault named(String option) {
    return Arrays.stream(values())
        .filter(fault -> fault.option().equals(option))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault '" + option + "'; " + known()));
  }

  private static String known() {
    return Arrays.stream(values()).map(Fault::option).collect(Collectors.joining(", ", "use ", ""));
  }
}
