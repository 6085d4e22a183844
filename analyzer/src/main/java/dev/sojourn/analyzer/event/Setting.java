package dev.sojourn.analyzer.event;

/** A setting of an event type in force from then on ({@code jdk.ActiveSetting}). */
public record Setting(long startEpochNanos, String eventType, String name, String value)
    implements Event {}
