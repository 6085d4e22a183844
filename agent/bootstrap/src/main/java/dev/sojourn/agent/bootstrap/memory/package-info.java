/**
 * Memory outside the heap: who asked for it, where, and how much of it was not given back.
 *
 * <p>Woven code calls {@link dev.sojourn.agent.bootstrap.memory.DirectMemoryProbe} where the JDK
 * makes the cleaner of a direct buffer. One allocation in so many bytes is kept in {@link
 * dev.sojourn.agent.bootstrap.memory.DirectMemoryTable}, a bounded table that refers to no buffer.
 */
package dev.sojourn.agent.bootstrap.memory;
