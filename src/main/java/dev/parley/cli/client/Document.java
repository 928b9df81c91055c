package dev.parley.cli.client;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document as the server tells of it.
///
/// @param state one of `queued`, `reading`, `embedding`, `ready`, `failed`, or a later server's own
/// @param version the one that answers are found in; 0 until the first one is ready
/// @param progress while it is being embedded
public record Document(
    UUID id,
    String name,
    String state,
    int version,
    int passages,
    @Nullable Progress progress,
    @Nullable Fault error) {

  /// How many passages of how many are embedded.
  public record Progress(int done, int total) {}

  /// Why it failed.
  public record Fault(String code, String message) {}

  public boolean ready() {
    return state.equals("ready");
  }

  public boolean failed() {
    return state.equals("failed");
  }

  /// Whether nothing more will happen to it by itself.
  public boolean settled() {
    return ready() || failed();
  }

  /// Whether its text is known.
  public boolean read() {
    return ready() || state.equals("embedding");
  }

  /// How much of it is embedded, 0 to 1.
  public double embedded() {
    if (ready()) {
      return 1;
    }
    return progress == null || progress.total() <= 0
        ? 0
        : Math.min(1, (double) progress.done() / progress.total());
  }

  /// Why it failed, in the server's words.
  public String why() {
    return error == null ? "The server does not say why." : error.message();
  }
}
