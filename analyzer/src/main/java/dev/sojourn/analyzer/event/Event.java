package dev.sojourn.analyzer.event;

/** Something that happened at an instant, or from an instant on for some time. */
public sealed interface Event
    permits AgentStatus,
        ClassCount,
        ContextSwitchRate,
        CpuLoad,
        CpuTimeSample,
        CpuTopology,
        DataLoss,
        DirectMemory,
        DirectMemoryPlace,
        ExceptionCount,
        ExecutionSample,
        ExecutorSample,
        FileIo,
        GarbageCollection,
        GcConfiguration,
        GcPause,
        HeapUse,
        JobRun,
        JobSecond,
        JvmInformation,
        LockAcquire,
        LockHold,
        LockSecond,
        MachineSample,
        MonitorEnter,
        MonitorWait,
        ObjectAllocation,
        OldObject,
        ProcessorWait,
        RepeatedFailure,
        RequestedCollection,
        Setting,
        SocketIo,
        ThreadCount,
        ThreadCpuLoad,
        ThreadDump,
        ThreadEnd,
        ThreadPark,
        ThreadSleep,
        ThreadStart,
        Throttling,
        VirtualThreadPinned {

  /** Begin, in nanoseconds since the Unix epoch. */
  long startEpochNanos();

  /** From the begin to the end; 0 for what has no extent. */
  default long durationNanos() {
    return 0;
  }

  /** End, in nanoseconds since the Unix epoch. */
  default long endEpochNanos() {
    return startEpochNanos() + durationNanos();
  }
}
