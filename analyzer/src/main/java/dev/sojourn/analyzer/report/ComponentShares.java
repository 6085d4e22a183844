package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Shares of components, in the order of the report; those that are nil are left out. */
final class ComponentShares {
  private ComponentShares() {}

  static List<ComponentShare> of(ComponentTimes all, ComponentTimes tail) {
    List<ComponentShare> shares = new ArrayList<>();
    for (Component told : Component.values()) {
      double share = share(all, told);
      if (share > 0) {
        String name = told.name().toLowerCase(Locale.ROOT);
        shares.add(new ComponentShare(name, share, share(tail, told)));
      }
    }
    return shares;
  }

  private static double share(ComponentTimes times, Component told) {
    return Arrays.stream(Component.values())
        .filter(component -> component.told() == told)
        .mapToDouble(times::share)
        .sum();
  }
}
