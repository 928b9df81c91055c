package dev.parley.platform.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A failure that a client is told about, decided once where it is defined (RFC 9457).
///
/// Each package has one sealed family of exceptions that implement this; only `api` writes them
/// out.
public interface Problem {

  /// HTTP status, 400 to 599.
  int status();

  /// The stable name of the failure, such as `turn_conflict`.
  String code();

  /// What happened and what to do, in one or two sentences; nothing internal.
  String detail();

  /// Whether the same request may succeed later.
  default boolean retryable() {
    return status() == 429 || status() == 503;
  }

  /// How long to wait before trying again.
  default Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  /// The offending places of the request, if it was malformed.
  default List<Offence> offences() {
    return List.of();
  }

  /// One offending place.
  ///
  /// @param pointer JSON pointer into the request body, or the name of a parameter
  record Offence(String pointer, String detail) {}
}
