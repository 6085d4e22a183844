package dev.sojourn.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.agent.bootstrap.lock.MonitorUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FollowedMonitorsTest {
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final FoundMonitors.Place STOCK = new FoundMonitors.Place("Stock", "Orders");

  private final Weaves weaves = new Weaves();
  private final FollowedMonitors followed = new FollowedMonitors(weaves);
  private long nowNanos;

  @Test
  void aClassSeenTwice_isFollowed() throws Exception {
    sighted(STOCK);
    assertThat(weaves.log).isEmpty();
    sighted(STOCK);

    assertThat(weaves.log).containsExactly("follow Stock from Orders");
    assertThat(followed.lines()).containsExactly("Stock: followed");
  }

  @Test
  void twoSightingsFarApart_areNotEnough() throws Exception {
    sighted(STOCK);
    nowNanos += 11 * SECOND_NANOS;
    sighted(STOCK);

    assertThat(weaves.log).isEmpty();
  }

  @Test
  void anotherCaller_isAddedOnce() throws Exception {
    sighted(STOCK);
    sighted(STOCK);
    sighted(new FoundMonitors.Place("Stock", "Audit"));
    sighted(new FoundMonitors.Place("Stock", "Audit"));

    assertThat(weaves.log).containsExactly("follow Stock from Orders", "follow Stock from Audit");
  }

  @Test
  void aClassNobodyWaitsIn_isLetGoAfterAMinute() throws Exception {
    sighted(STOCK);
    sighted(STOCK);
    for (int second = 0; second < 60; second++) {
      endSecond(new MonitorUse("Stock#lock", 10, second < 5));
    }
    assertThat(weaves.log).containsExactly("follow Stock from Orders");
    for (int second = 0; second < 6; second++) {
      endSecond(new MonitorUse("Stock#lock", 10, false));
    }

    assertThat(weaves.log).containsExactly("follow Stock from Orders", "release Stock");
    assertThat(followed.lines()).isEmpty();
  }

  @Test
  void aClassThatEntersTooOften_isLetGoForGood() throws Exception {
    sighted(STOCK);
    sighted(STOCK);
    endSecond(new MonitorUse("Stock#lock", FollowedMonitors.MOST_ENTRIES_PER_SECOND + 1, true));
    sighted(STOCK);
    sighted(STOCK);

    assertThat(weaves.log).containsExactly("follow Stock from Orders", "release Stock");
    assertThat(followed.lines())
        .containsExactly("Stock: let go, for it was entered 50001 times in a second");
  }

  @Test
  void aClassThatCannotBeWoven_isToldAndLetGo() throws Exception {
    weaves.failure = new UnsupportedOperationException("no");
    sighted(STOCK);
    sighted(STOCK);

    assertThat(weaves.log).containsExactly("follow Stock from Orders", "release Stock");
    assertThat(followed.lines()).singleElement().asString().startsWith("Stock: cannot be followed");
  }

  @Test
  void classesAreFollowed_upToALimit() throws Exception {
    for (int i = 0; i < 2 * FollowedMonitors.MOST_CLASSES; i++) {
      sighted(new FoundMonitors.Place("C" + i, "D"));
      sighted(new FoundMonitors.Place("C" + i, "D"));
    }

    assertThat(followed.lines()).hasSize(FollowedMonitors.MOST_CLASSES);
  }

  @Test
  void classesThatCannotBeFollowed_areLeftAlone() throws Exception {
    sighted(new FoundMonitors.Place("java.util.Hashtable", "Orders"));
    sighted(new FoundMonitors.Place("java.util.Hashtable", "Orders"));

    assertThat(weaves.log).isEmpty();
  }

  private void sighted(FoundMonitors.Place place) throws Exception {
    followed.sighted(List.of(place), nowNanos);
  }

  private void endSecond(MonitorUse use) throws Exception {
    nowNanos += SECOND_NANOS;
    followed.endSecond(List.of(use), nowNanos);
  }

  private static final class Weaves implements FollowedMonitors.Weaving {
    private final List<String> log = new ArrayList<>();
    private RuntimeException failure;

    @Override
    public boolean isOpen(String className) {
      return !className.startsWith("java.");
    }

    @Override
    public void follow(FoundMonitors.Place place) {
      log.add("follow " + place.className() + " from " + place.caller());
      if (failure != null) {
        throw failure;
      }
    }

    @Override
    public void release(String className) {
      log.add("release " + className);
    }

    @Override
    public Set<String> monitorNames(String className) {
      return Set.of(className + "#lock");
    }
  }
}
