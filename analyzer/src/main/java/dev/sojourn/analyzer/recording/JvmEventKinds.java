package dev.sojourn.analyzer.recording;

import dev.sojourn.analyzer.event.ClassCount;
import dev.sojourn.analyzer.event.CpuLoad;
import dev.sojourn.analyzer.event.CpuTopology;
import dev.sojourn.analyzer.event.DataLoss;
import dev.sojourn.analyzer.event.DirectMemory;
import dev.sojourn.analyzer.event.Event;
import dev.sojourn.analyzer.event.ExceptionCount;
import dev.sojourn.analyzer.event.GarbageCollection;
import dev.sojourn.analyzer.event.GcConfiguration;
import dev.sojourn.analyzer.event.GcPause;
import dev.sojourn.analyzer.event.HeapUse;
import dev.sojourn.analyzer.event.JvmInformation;
import dev.sojourn.analyzer.event.OldObject;
import dev.sojourn.analyzer.event.Setting;
import dev.sojourn.analyzer.event.ThreadDump;
import dev.sojourn.analyzer.event.Throttling;
import java.util.List;

/** What the JDK records of the JVM, its heap, its processors and the recording itself. */
final class JvmEventKinds {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  static final List<EventKind> ALL =
      List.of(
          EventKind.of(
              "jdk.CPULoad",
              e -> new CpuLoad(e.startEpochNanos(), e.real(0), e.real(1), e.real(2)),
              "jvmUser",
              "jvmSystem",
              "machineTotal"),
          EventKind.of(
              "jdk.CPUInformation",
              e -> new CpuTopology(e.startEpochNanos(), e.int32(0), 0, 0),
              "hwThreads"),
          EventKind.of(
              "jdk.ContainerConfiguration",
              JvmEventKinds::container,
              "effectiveCpuCount",
              "cpuQuota"),
          EventKind.of(
              "jdk.ContainerCPUThrottling",
              e -> new Throttling(e.startEpochNanos(), e.number(0), e.number(1), e.nanos(2)),
              "cpuElapsedSlices",
              "cpuThrottledSlices",
              "cpuThrottledTime"),
          EventKind.of(
              "jdk.ThreadDump", e -> new ThreadDump(e.startEpochNanos(), e.text(0)), "result"),
          EventKind.of(
              "jdk.GarbageCollection",
              JvmEventKinds::collection,
              "gcId",
              "name",
              "cause",
              "sumOfPauses",
              "longestPause"),
          EventKind.of(
              "jdk.GCPhasePause",
              e -> new GcPause(e.startEpochNanos(), e.durationNanos(), e.number(0), e.text(1)),
              "gcId",
              "name"),
          EventKind.of(
              "jdk.GCHeapSummary",
              JvmEventKinds::heapUse,
              "gcId",
              "when",
              "heapUsed",
              "heapSpace.committedSize"),
          EventKind.of(
              "jdk.GCConfiguration",
              JvmEventKinds::gcConfiguration,
              "youngCollector",
              "oldCollector",
              "pauseTarget"),
          EventKind.of(
              "jdk.DirectBufferStatistics",
              e -> new DirectMemory(e.startEpochNanos(), e.number(0), e.number(1), e.number(2)),
              "count",
              "totalCapacity",
              "memoryUsed"),
          EventKind.of(
              "jdk.ClassLoadingStatistics",
              e -> new ClassCount(e.startEpochNanos(), e.number(0), e.number(1)),
              "loadedClassCount",
              "unloadedClassCount"),
          EventKind.of(
              "jdk.ExceptionStatistics",
              e -> new ExceptionCount(e.startEpochNanos(), e.number(0)),
              "throwables"),
          EventKind.of(
              "jdk.OldObjectSample",
              JvmEventKinds::oldObject,
              "allocationTime",
              "objectSize",
              "object",
              "root"),
          EventKind.of(
              "jdk.JVMInformation",
              JvmEventKinds::jvm,
              "jvmName",
              "jvmVersion",
              "jvmArguments",
              "javaArguments",
              "jvmStartTime",
              "pid"),
          EventKind.of(
              "jdk.ActiveSetting",
              e -> new Setting(e.startEpochNanos(), e.typeName(0), e.text(1), e.text(2)),
              "id",
              "name",
              "value"),
          EventKind.of(
              "jdk.DataLoss",
              e -> new DataLoss(e.startEpochNanos(), e.number(0), e.number(1)),
              "amount",
              "total"));

  private JvmEventKinds() {}

  private static Event container(EventFields e) {
    // a quota that is not set is recorded as -1
    long quotaMicros = Math.max(0, e.nanos(1) / NANOS_PER_MICRO);
    return new CpuTopology(e.startEpochNanos(), 0, Math.max(0, e.int32(0)), quotaMicros);
  }

  private static Event collection(EventFields e) {
    return new GarbageCollection(
        e.startEpochNanos(),
        e.durationNanos(),
        e.number(0),
        e.text(1),
        e.text(2),
        e.nanos(3),
        e.nanos(4));
  }

  private static Event heapUse(EventFields e) {
    return new HeapUse(
        e.startEpochNanos(), e.number(0), "After GC".equals(e.text(1)), e.number(2), e.number(3));
  }

  private static Event gcConfiguration(EventFields e) {
    long pauseTargetMillis = Math.max(0, e.nanos(2) / NANOS_PER_MILLI);
    return new GcConfiguration(e.startEpochNanos(), e.text(0), e.text(1), pauseTargetMillis);
  }

  private static Event oldObject(EventFields e) {
    return new OldObject(
        e.startEpochNanos(),
        e.thread(),
        e.stackTrace(),
        e.nanos(0),
        ReferenceChain.objectClass(e, 2),
        e.number(1),
        ReferenceChain.rootPath(e, 2, 3));
  }

  private static Event jvm(EventFields e) {
    return new JvmInformation(
        e.startEpochNanos(),
        e.text(0),
        e.text(1),
        e.text(2),
        e.text(3),
        e.nanos(4) / NANOS_PER_MILLI,
        e.number(5));
  }
}
