package dev.sojourn.agent.bootstrap.lock;

/**
 * How a monitor that is followed was used lately.
 *
 * @param name what the code calls it
 * @param entries how often it was entered since it was last asked for
 * @param contended whether somebody waited for it within the last minute
 */
public record MonitorUse(String name, long entries, boolean contended) {}
