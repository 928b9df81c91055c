package dev.parley.gateway;

import dev.parley.gateway.spi.Provider;

/// One model of one provider that a call can go to.
record Target(Provider provider, String model) {}
