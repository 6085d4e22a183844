/**
 * What woven code calls, on the boot loader: it sees java.base and jdk.jfr only. Everything on the
 * probe path is free of locks, lambdas, class loading and allocation that grows with the host's own
 * work.
 */
package dev.sojourn.agent.bootstrap;
