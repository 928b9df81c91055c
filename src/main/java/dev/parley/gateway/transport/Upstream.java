package dev.parley.gateway.transport;

import dev.parley.gateway.spi.ServerAddress;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/// What a provider over HTTP works with.
///
/// @param address where the server of the base URL is
public record Upstream(
    Vertx vertx,
    Endpoint endpoint,
    LoopClients clients,
    ServerAddress address,
    InstantSource clock) {}
