package dev.parley.api;

/// Whether the server has begun to stop. Set once, read from every event loop.
final class Draining {
  private volatile boolean begun;

  void begin() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }
}
