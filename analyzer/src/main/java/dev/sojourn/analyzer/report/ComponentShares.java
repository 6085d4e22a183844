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
      double share = share(all, component);
      if (share > 0) {
        String name = component.name().toLowerCase(Locale.ROOT);
        shares.add(new ComponentShare(name, share, share(tail, component)));
      }
    }
    return shares;
  }

  /** Whether a limit or others keep a job from a processor, it is kept from it. */
  private static double share(ComponentTimes times, Component component) {
    return switch (component) {
      case THROTTLED -> times.share(Component.THROTTLED) + times.share(Component.READY);
      case READY -> 0;
      default -> times.share(component);
    };
  }
}
