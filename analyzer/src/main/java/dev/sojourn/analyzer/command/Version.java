package dev.sojourn.analyzer.command;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar, and of the JVM that runs it. */
final class Version implements IVersionProvider {
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "unpacked" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"sojourn " + number(), "Java " + Runtime.version()};
  }
}
