package dev.sojourn.analyzer.detect;

import dev.sojourn.analyzer.summary.Actor;
import dev.sojourn.analyzer.summary.EndpointStatistics;
import dev.sojourn.analyzer.summary.Site;
import dev.sojourn.analyzer.summary.TimeTotal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who reads from sockets because it is asked, not because it asks: it waits for the next question,
 * which harms nobody.
 *
 * <p>A recording does not tell which side made a connection. But whoever asks comes from a port of
 * its own, while who is asked has one port for all: who reads from as many ports of one host as it
 * has runs is a server.
 */
final class Servers {
  /** One connection for each of most runs. */
  private static final double PORTS_PER_RUN = 0.8;

  private static final int LEAST_PORTS = 2;

  /** Threads outside of jobs that talk to so many ports of one host are asked, not asking. */
  private static final int LEAST_PORTS_OF_THREADS = 5;

  /** Where a thread stands until somebody asks; of several, the JDK lets one at a time wait. */
  private static final List<String> LISTENS =
      List.of(
          "java.net.ServerSocket.",
          "java.net.DatagramSocket.receive",
          "sun.nio.ch.ServerSocketChannelImpl.accept",
          "sun.nio.ch.DatagramChannelImpl.receive");

  private final Map<Actor, Set<String>> hosts = new TreeMap<>();

  private Servers() {}

  /** All that read from some endpoints. */
  static Servers of(
      Workload workload, Collection<Map.Entry<String, EndpointStatistics>> endpoints) {
    Map<Actor, Map<String, Integer>> ports = new TreeMap<>();
    for (Map.Entry<String, EndpointStatistics> endpoint : endpoints) {
      for (Actor actor : endpoint.getValue().actors().keySet()) {
        ports
            .computeIfAbsent(actor, a -> new TreeMap<>())
            .merge(host(endpoint.getKey()), 1, Integer::sum);
      }
    }
    Servers servers = new Servers();
    ports.forEach((actor, byHost) -> servers.add(actor, byHost, leastPorts(workload, actor)));
    return servers;
  }

  /** Whether a thread waits there to be asked. */
  static boolean listens(Site site) {
    return site.stack().stream().anyMatch(method -> LISTENS.stream().anyMatch(method::startsWith));
  }

  /** What is known of an endpoint, without those who serve it. */
  EndpointStatistics without(String endpoint, EndpointStatistics statistics) {
    Map<Actor, TimeTotal> asking = new TreeMap<>(statistics.actors());
    asking.keySet().removeIf(actor -> hosts.getOrDefault(actor, Set.of()).contains(host(endpoint)));
    return new EndpointStatistics(
        statistics.total(),
        statistics.bytes(),
        statistics.times(),
        asking,
        statistics.sites(),
        statistics.series());
  }

  private void add(Actor actor, Map<String, Integer> portsByHost, double least) {
    portsByHost.forEach(
        (host, ports) -> {
          if (ports >= least) {
            hosts.computeIfAbsent(actor, a -> new TreeSet<>()).add(host);
          }
        });
  }

  private static double leastPorts(Workload workload, Actor actor) {
    long runs = actor.job() ? workload.subject(actor).map(Subject::runs).orElse(0L) : 0;
    return actor.job() ? Math.max(LEAST_PORTS, PORTS_PER_RUN * runs) : LEAST_PORTS_OF_THREADS;
  }

  private static String host(String endpoint) {
    int colon = endpoint.lastIndexOf(':');
    return colon < 0 ? endpoint : endpoint.substring(0, colon);
  }
}
