package dev.sojourn.analyzer.event;

/** The JVM ({@code jdk.JVMInformation}). */
public record JvmInformation(
    long startEpochNanos,
    String jvmName,
    String jvmVersion,
    String jvmArguments,
    String javaArguments,
    long jvmStartEpochMillis,
    long pid)
    implements Event {}
