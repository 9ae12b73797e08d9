package dev.zundacast.cli;

import picocli.CommandLine.IVersionProvider;

/** The jar's own version. */
final class Version implements IVersionProvider {
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"zundacast " + text()};
  }
}
