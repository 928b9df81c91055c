package dev.parley.load.bench;

import dev.parley.load.Options;

/// TODO
public final class CallCost {
  private CallCost() {}

  public static void run(Options options) {
    options.done();
  }
}
