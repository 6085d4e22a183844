package dev.sojourn.analyzer.summary;

import dev.sojourn.analyzer.event.FileIo;
import dev.sojourn.analyzer.event.SocketIo;
import dev.sojourn.analyzer.event.ThreadEvent;
import java.util.HashMap;
import java.util.Map;

/** Collects what is read and written. */
final class EndpointsBuilder {
  private final SiteTable sites;
  private final ThreadHistories histories;
  private final Roster roster;
  private final SubjectTable<EndpointKey> subjects = new SubjectTable<>();
  private final Map<EndpointKey, OneEndpoint> byKey = new HashMap<>();

  EndpointsBuilder(SiteTable sites, ThreadHistories histories, Roster roster) {
    this.roster = roster;
    this.sites = sites;
    this.histories = histories;
  }

  void accept(SocketIo io) {
    EndpointKey.Operation operation = EndpointKey.Operation.valueOf(io.operation().name());
    String name = roster.name(NameSort.ENDPOINT, EndpointKey.name(io));
    accept(io, new EndpointKey(EndpointKey.Kind.SOCKET, name, operation), io.bytes());
  }

  void accept(FileIo io) {
    EndpointKey.Operation operation = EndpointKey.Operation.valueOf(io.operation().name());
    String name = roster.name(NameSort.ENDPOINT, EndpointKey.name(io));
    accept(io, new EndpointKey(EndpointKey.Kind.FILE, name, operation), io.bytes());
  }

  /** How many there are. */
  int size() {
    return byKey.size();
  }

  /** Tells who did it, when that is known. */
  void addActor(Subject.Transfer transfer, Actor actor, long nanos, long weight) {
    of(transfer.endpoint()).actors.add(actor, nanos, weight);
  }

  Endpoints build() {
    Map<EndpointKey, EndpointStatistics> endpoints = new HashMap<>();
    byKey.forEach((key, one) -> endpoints.put(key, one.build()));
    return new Endpoints(Sums.sorted(endpoints));
  }

  private void accept(ThreadEvent io, EndpointKey key, long bytes) {
    Site site = sites.site(io.stackTrace());
    of(key).add(io, site, bytes);
    long end = io.startEpochNanos() + io.durationNanos();
    Subject subject = subjects.of(site, key, endpoint -> new Subject.Transfer(endpoint, site));
    histories.of(io.thread()).add(io.startEpochNanos(), end, ThreadHistory.Rank.JVM, subject);
  }

  private OneEndpoint of(EndpointKey key) {
    return byKey.computeIfAbsent(key, k -> new OneEndpoint());
  }

  private static final class OneEndpoint {
    private final DistributionBuilder times = new DistributionBuilder();
    private final TimeTotals<Actor> actors = new TimeTotals<>();
    private final TimeTotals<Site> bySite = new TimeTotals<>();
    private final TimeTotals<Long> bySecond = new TimeTotals<>();
    private long bytes;

    void add(ThreadEvent io, Site site, long transferredBytes) {
      long nanos = io.durationNanos();
      times.add(nanos, 1);
      bySite.add(site, nanos);
      bySecond.add(TimeTotals.second(io.startEpochNanos() + nanos), nanos);
      bytes += Math.max(0, transferredBytes);
    }

    EndpointStatistics build() {
      Series<TimeTotal> series = TimeTotals.series(bySecond);
      return new EndpointStatistics(
          series.total(TimeTotal.EMPTY),
          bytes,
          times.build(),
          actors.build(),
          bySite.build(),
          series);
    }
  }
}
