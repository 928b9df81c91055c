package dev.parley.gateway.book;

import dev.parley.platform.http.Failure;

/// A route goes to the provider.
final class ProviderInUse extends Failure {
  private static final long serialVersionUID = 1L;

  ProviderInUse(String route) {
    super(409, "provider_in_use", "The route \"" + route + "\" goes to this provider.");
  }
}
