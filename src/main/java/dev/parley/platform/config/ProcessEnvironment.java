package dev.parley.platform.config;

import java.util.Map;

/// The environment variables of this process: the one place that reads them.
public final class ProcessEnvironment {
  private ProcessEnvironment() {}

  public static Map<String, String> variables() {
    return System.getenv();
  }
}
