package dev.sojourn.analyzer.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  private static final String CONDITION =
      "java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject";

  @Test
  void partsOfARun_areTheComponents() {
    Scenario scenario =
        new Scenario()
            .run(1, "job", 100, 300, 50, -1, 30, 0, 1)
            .acquire(1, 1, "exclusive", 110, 120, 2)
            .monitor(1, 120, 125, 2)
            .park(1, "java.util.concurrent.FutureTask", 130, 145)
            .park(1, CONDITION, 145, 150)
            .objectWait(1, 150, 158)
            .socket(1, 160, 180)
            .file(1, 180, 187)
            .sleep(1, "com.acme.Job.nap", 190, 200)
            .pause(195, 212);
    assertThat(times(scenario, "job"))
        .isEqualTo(
            Map.of(
                Component.QUEUED, 50L,
                Component.BLOCKED, 15L,
                Component.PARKED, 15L,
                Component.WAITED, 13L,
                Component.SOCKET, 20L,
                Component.FILE, 7L,
                Component.SLEPT, 10L,
                Component.GC, 12L,
                Component.CPU, 30L,
                Component.UNEXPLAINED, 78L));
  }

  @Test
  void whatASleepLastsLongerThanItWasAskedFor_isReadyButForPauses() {
    Scenario scenario =
        new Scenario().run(1, "job", 0, 300).sleep(1, "com.acme.Job.nap", 0, 300, 40).pause(30, 60);

    assertThat(times(scenario, "job"))
        .isEqualTo(Map.of(Component.SLEPT, 40L, Component.GC, 20L, Component.READY, 240L));
    assertThat(scenario.summary().waits().byKey().keySet())
        .extracting(WaitKey::component)
        .containsExactly(Component.SLEPT);
  }

  @Test
  void parkInsideALockWait_countsOnce() {
    Scenario scenario =
        new Scenario()
            .run(1, "job", 0, 100)
            .acquire(1, 1, "exclusive", 10, 60, 2)
            .park(1, Scenario.LOCK + "$NonfairSync", 11, 59);
    assertThat(times(scenario, "job"))
        .containsEntry(Component.BLOCKED, 50L)
        .doesNotContainKey(Component.PARKED);
    assertThat(scenario.summary().locks().byKey()).hasSize(1);
  }

  @Test
  void parkInsideAConditionWait_isWaited() {
    Scenario scenario =
        new Scenario()
            .run(1, "job", 0, 100)
            .acquire(1, 1, "condition", 10, 60, 0)
            .park(1, CONDITION, 11, 59);
    assertThat(times(scenario, "job"))
        .containsEntry(Component.WAITED, 50L)
        .doesNotContainKey(Component.PARKED);
    assertThat(scenario.summary().waits().byKey()).isEmpty();
  }

  @Test
  void lateness_isLateNotQueued() {
    Scenario scenario = new Scenario().run(1, "job", 0, 10, 30, 30, 10, 0, 1);
    assertThat(times(scenario, "job")).isEqualTo(Map.of(Component.LATE, 30L, Component.CPU, 10L));
  }

  @Test
  void cpuTime_neverExceedsWhatIsLeft() {
    Scenario scenario = new Scenario().run(1, "job", 0, 10, -1, -1, 9, 0, 1).socket(1, 2, 8);
    assertThat(times(scenario, "job")).isEqualTo(Map.of(Component.SOCKET, 6L, Component.CPU, 4L));
  }

  @Test
  void withoutMeasuredCpuTime_samplesTell() {
    Scenario scenario =
        new Scenario().run(1, "job", 0, 200).samples(1, "com.acme.Job.loop", 0, 100);
    assertThat(times(scenario, "job"))
        .isEqualTo(Map.of(Component.CPU, 100L, Component.UNEXPLAINED, 100L));
  }

  @Test
  void idleWaitingOutsideRuns_isNobodysJob() {
    Scenario scenario =
        new Scenario()
            .park(1, CONDITION, 0, 100)
            .run(1, "job", 100, 120, -1, -1, 20, 0, 1)
            .park(1, CONDITION, 120, 300);
    assertThat(times(scenario, "job")).isEqualTo(Map.of(Component.CPU, 20L));
    assertThat(scenario.summary().waits().byKey().keySet())
        .extracting(WaitKey::actor)
        .containsExactly(Actor.threads("thread-b"));
  }

  @Test
  void nestedRun_belongsToItsParent() {
    Scenario scenario =
        new Scenario()
            .run(1, "outer", 0, 100, -1, -1, 10, 0, 1)
            .run(1, "inner", 20, 80, -1, -1, 5, 1, 1)
            .socket(1, 30, 70);
    assertThat(times(scenario, "outer")).containsEntry(Component.SOCKET, 40L);
    assertThat(times(scenario, "inner")).containsEntry(Component.SOCKET, 40L);
    EndpointStatistics endpoint = scenario.summary().endpoints().byKey().values().iterator().next();
    assertThat(endpoint.actors()).containsOnlyKeys(Actor.job("outer"));
  }

  @Test
  void weight_countsAsManyRuns() {
    Scenario scenario = new Scenario().run(1, "job", 0, 10, 5, -1, 10, 0, 7).socket(1, 2, 8);
    ComponentTimes total = scenario.summary().jobs().byName().get("job").breakdown().total();
    assertThat(total.runs()).isEqualTo(7);
    assertThat(total.nanos(Component.SOCKET)).isEqualTo(7 * 6 * Scenario.MILLI);
    assertThat(scenario.summary().jobs().byName().get("job").total().runs()).isEqualTo(7);
  }

  @Test
  void tail_hasItsOwnBreakdown() {
    Scenario scenario = new Scenario();
    for (int i = 0; i < 99; i++) {
      scenario.run(1, "job", i * 20L, i * 20L + 10, -1, -1, 10, 0, 1);
    }
    scenario.run(2, "job", 0, 500, -1, -1, 10, 0, 1).sleep(2, "com.acme.Job.nap", 5, 495);
    Breakdown breakdown = scenario.summary().jobs().byName().get("job").breakdown();
    assertThat(breakdown.total().share(Component.SLEPT)).isLessThan(0.4);
    assertThat(breakdown.tail(0.99).share(Component.SLEPT)).isEqualTo(0.98);
  }

  @Test
  void componentsOfGeneratedRuns_sumToTheSojournTime() {
    EventGenerator generator = new EventGenerator(11);
    SummaryBuilder builder = SummaryLawsTest.builder(0, 5);
    generator.events(EventGenerator.BEGIN, 10_000_000_000L).forEach(builder::accept);
    builder
        .build()
        .settled()
        .jobs()
        .byName()
        .forEach(
            (name, job) ->
                assertThat(job.breakdown().total().totalNanos())
                    .as(name)
                    .isEqualTo(job.sampled().total().sojournNanos()));
  }

  @Test
  void outline_keepsTotalAndTail() {
    Random random = new Random(2);
    Breakdown whole = Breakdown.EMPTY;
    for (int i = 0; i < 1000; i++) {
      long nanos = (long) (1e7 * Math.exp(random.nextGaussian()));
      ComponentTimes times = ComponentTimes.of(1, Map.of(Component.CPU, nanos));
      whole = whole.plus(new Breakdown(Map.of(Breakdown.bucket(nanos), times)));
      Breakdown outline = whole.outlined(0.99);
      assertThat(outline.buckets()).hasSizeLessThanOrEqualTo(2);
      assertThat(outline.total()).isEqualTo(whole.total());
      assertThat(outline.tail(0.99)).isEqualTo(whole.tail(0.99));
      assertThat(outline.outlined(0.99)).isEqualTo(outline);
    }
    assertThat(Breakdown.EMPTY.outlined(0.99)).isEqualTo(Breakdown.EMPTY);
  }

  @Test
  void manyRunsOfKnownParts_areBrokenDownExactly() {
    Random random = new Random(1);
    Scenario scenario = new Scenario();
    Map<Component, Long> planted = new EnumMap<>(Component.class);
    for (int i = 0; i < 500; i++) {
      plant(scenario, 1 + i % 4, i / 4 * 400L, random, planted);
    }
    assertThat(times(scenario, "job")).isEqualTo(planted);
  }

  private static void plant(
      Scenario scenario, int thread, long at, Random random, Map<Component, Long> planted) {
    long socket = 1L + random.nextInt(50);
    long blocked = 1L + random.nextInt(50);
    long slept = 1L + random.nextInt(50);
    long cpu = 1L + random.nextInt(50);
    long waiting = 1L + random.nextInt(50);
    long end = at + socket + blocked + slept + cpu;
    scenario
        .run(thread, "job", at, end, waiting, -1, cpu, 0, 1)
        .socket(thread, at, at + socket)
        .acquire(thread, thread, "exclusive", at + socket, at + socket + blocked, 9)
        .park(thread, Scenario.LOCK + "$FairSync", at + socket, at + socket + blocked)
        .sleep(thread, "com.acme.Job.nap", end - slept, end);
    planted.merge(Component.SOCKET, socket, Long::sum);
    planted.merge(Component.BLOCKED, blocked, Long::sum);
    planted.merge(Component.SLEPT, slept, Long::sum);
    planted.merge(Component.CPU, cpu, Long::sum);
    planted.merge(Component.QUEUED, waiting, Long::sum);
  }

  private static Map<Component, Long> times(Scenario scenario, String job) {
    ComponentTimes total = scenario.summary().jobs().byName().get(job).breakdown().total();
    Map<Component, Long> millis = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      if (total.nanos(component) > 0) {
        millis.put(component, total.nanos(component) / Scenario.MILLI);
      }
    }
    return millis;
  }
}
