package dev.parley.platform.lifecycle;

import io.vertx.core.Future;
import java.util.function.Supplier;

/// Tells whether something the process depends on answers.
///
/// @param name as in `/health`
/// @param needed whether the server cannot answer anything useful without it
/// @param alive asks; a failed future counts as no. Bounded by the caller
public record Probe(String name, boolean needed, Supplier<Future<Boolean>> alive) {}
