package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.finding.Culprit;
import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.OldObjectStatistics;
import dev.sojourn.analyzer.summary.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Places of the program at which classes are defined, as samples of any sort saw them. */
final class Definers {
  private static final List<String> DEFINING =
      List.of(
          "java.lang.ClassLoader.defineClass",
          "java.lang.ClassLoader.loadClass",
          "java.lang.invoke.MethodHandles$Lookup.define",
          "java.lang.reflect.Proxy.newProxyInstance",
          "java.lang.reflect.Proxy.getProxyClass",
          "java.net.URLClassLoader.",
          "javax.script.");

  /**
   * What the JVM loads of the class path when it is first needed, and links at the place that needs
   * it, is loaded once.
   */
  private static final List<String> ONCE =
      List.of(
          "jdk.internal.loader.BuiltinClassLoader.",
          "jdk.internal.loader.ClassLoaders$",
          "java.lang.invoke.MethodHandleNatives.link");

  /** What the JDK knows of classes by weak keys stays until these are collected. */
  private static final String WEAK = "java.lang.Weak";

  private static final List<String> OWN =
      List.of("java.", "javax.", "jdk.", "sun.", "dev.sojourn.agent.");

  /**
   * A place where classes are defined.
   *
   * @param job the job that does so most
   */
  record Definer(Site site, Optional<String> job) {
    Culprit culprit() {
      return Culprit.UNKNOWN.withMethod(site.method(), site.line());
    }
  }

  private Definers() {}

  /** The place that was seen most. */
  static Optional<Definer> most(Workload workload) {
    ActorsByPlace places = new ActorsByPlace();
    workload
        .summary()
        .samples()
        .execution()
        .forEach((key, count) -> add(places, key.site(), key.actor(), count));
    workload
        .summary()
        .allocations()
        .byKey()
        .forEach((key, amount) -> add(places, key.site(), key.actor(), amount.count()));
    workload
        .summary()
        .oldObjects()
        .byKey()
        .forEach((key, objects) -> add(places, key.site(), key.actor(), 1));
    return places.most().map(place -> new Definer(place, workload.mostlyJob(places.at(place))));
  }

  /** The JVM and the agent load classes of their own while a service starts. */
  private static boolean isOwn(String method) {
    return method.isEmpty() || OWN.stream().anyMatch(method::startsWith);
  }

  /** Whether objects that were made while classes were defined, all of the time, are all kept. */
  static boolean areKept(Workload workload) {
    List<OldObjectStatistics> kept = new ArrayList<>();
    for (var objects : workload.summary().oldObjects().byKey().entrySet()) {
      String path = objects.getKey().rootPath();
      boolean reachable = !path.isEmpty() && !path.contains(WEAK);
      if (reachable && defines(objects.getKey().site())) {
        kept.add(objects.getValue());
      }
    }
    return Lifetimes.of(workload, kept).spanAll();
  }

  private static boolean defines(Site site) {
    return !isOwn(site.method()) && passes(site, DEFINING) && !passes(site, ONCE);
  }

  private static boolean passes(Site site, List<String> places) {
    return site.stack().stream().anyMatch(method -> places.stream().anyMatch(method::startsWith));
  }

  private static void add(ActorsByPlace places, Site site, Actor actor, long count) {
    if (defines(site)) {
      places.add(new Site(site.method(), site.line(), List.of()), actor, count);
    }
  }
}
