package dev.sojourn.analyzer.report;

import dev.sojourn.analyzer.summary.Component;
import dev.sojourn.analyzer.summary.ComponentTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shares of components, in the order of the report; those that are nil are left out. */
final class ComponentShares {
  private ComponentShares() {}

  static List<ComponentShare> of(ComponentTimes all, ComponentTimes tail) {
    List<ComponentShare> shares = new ArrayList<>();
    for (Component component : Component.values()) {
      if (all.nanos(component) > 0) {
        String name = component.name().toLowerCase(Locale.ROOT);
        shares.add(new ComponentShare(name, all.share(component), tail.share(component)));
      }
    }
    return shares;
  }
}
