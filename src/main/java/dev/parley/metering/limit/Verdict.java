package dev.parley.metering.limit;

import java.time.Duration;

/// Whether a request may pass.
///
/// @param remaining requests that may follow at once; with replicas, what this one knows of
/// @param resetAfter when allowed, until the window ends; when refused, until one may pass
public record Verdict(boolean allowed, int limit, int remaining, Duration resetAfter) {}
