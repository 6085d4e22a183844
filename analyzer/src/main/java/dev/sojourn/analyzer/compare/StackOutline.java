package dev.sojourn.analyzer.compare;

import dev.sojourn.analyzer.summary.Roster;
import dev.sojourn.analyzer.summary.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The methods that take most of a cost, and the frames through which most of it goes, from the
 * outermost on. All others are the rest. Not thread-safe.
 */
final class StackOutline {
  private final Node root = new Node();
  private final Set<Method> methods;

  /** Who spends in which method. */
  private record Method(String owner, String name) implements Comparable<Method> {
    private static final Comparator<Method> ORDER =
        Comparator.comparing(Method::owner).thenComparing(Method::name);

    @Override
    public int compareTo(Method other) {
      return ORDER.compare(this, other);
    }
  }

  /** A frame on a path, and what is spent there and beyond. */
  private static final class Node {
    private final SortedMap<String, Node> callees = new TreeMap<>();
    private double cost;
    private boolean kept;

    Node spend(String callee, double more) {
      Node node = callees.computeIfAbsent(callee, name -> new Node());
      node.cost += more;
      return node;
    }

    /** The callee if it is kept, else null; the rest is where an outline ended before. */
    Node kept(String callee) {
      Node node = callees.get(callee);
      return node != null && node.kept ? node : null;
    }

    /** Callers before callees. */
    void addTo(List<Node> all) {
      callees.forEach(
          (frame, node) -> {
            if (!frame.equals(Roster.REST)) {
              all.add(node);
            }
            node.addTo(all);
          });
    }
  }

  /**
   * Outlines costs.
   *
   * @param methods which are told apart
   * @param frames which are told apart, as parts of all
   */
  StackOutline(StackCosts costs, Heaviest methods, Heaviest frames) {
    Map<Method, Double> spent = new HashMap<>();
    costs
        .byStack()
        .forEach(
            (key, cost) -> {
              add(key.owner(), key.site().stack(), cost);
              spent.merge(new Method(key.owner(), key.site().method()), cost, Double::sum);
            });
    spent.keySet().removeIf(method -> Roster.isRest(method.name()));
    this.methods = methods.of(spent, method -> "all");
    List<Node> nodes = new ArrayList<>();
    root.addTo(nodes);
    nodes.removeIf(node -> node.cost < frames.leastRatio() * costs.perSecond());
    nodes.sort(Comparator.comparingDouble(node -> -node.cost));
    nodes.stream().limit(frames.most()).forEach(node -> node.kept = true);
  }

  private void add(String owner, List<String> stack, double cost) {
    Node at = root.spend(owner, cost);
    for (int i = stack.size() - 1; i >= 0; i--) {
      at = at.spend(stack.get(i), cost);
    }
  }

  /** Whether an owner is among what is told apart. */
  boolean keeps(String owner) {
    return root.kept(owner) != null;
  }

  /** A place as it is told; its line does not matter to comparisons. */
  Site of(String owner, Site site) {
    boolean known = methods.contains(new Method(owner, site.method()));
    return new Site(known ? site.method() : Roster.REST, -1, stack(owner, site.stack()));
  }

  private List<String> stack(String owner, List<String> stack) {
    Node at = root.kept(owner);
    int kept = 0;
    while (at != null && kept < stack.size()) {
      at = at.kept(stack.get(stack.size() - 1 - kept));
      kept += at == null ? 0 : 1;
    }
    List<String> outline = new ArrayList<>(stack.subList(stack.size() - kept, stack.size()));
    if (kept < stack.size()) {
      outline.add(0, Roster.REST);
    }
    return outline;
  }
}
