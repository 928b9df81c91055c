package dev.parley.gateway.route;

import dev.parley.gateway.spi.Provider;

/// A target with one of its keys.
///
/// @param key what administrators call the key; not the key itself
public record Lane(Provider provider, String key, Breaker breaker) {}
