package dev.parley.gateway.spi;

import dev.parley.call.Call;
import java.util.List;
import java.util.Optional;

/// Assistants of the product, which programs can ask as if they were models: they look into the
/// documents first and ask a model themselves. Safe from any thread.
public interface Assistants {
  /// What the name of each begins with.
  String PREFIX = "assistant:";

  /// Those that a caller may ask.
  List<String> names(Call call);

  /// Who answers under a name. What a model costs them is in the ledger by their own doing.
  Optional<Provider> find(Call call, String name);

  /// Where there are none.
  static Assistants none() {
    return new Assistants() {
      @Override
      public List<String> names(Call call) {
        return List.of();
      }

      @Override
      public Optional<Provider> find(Call call, String name) {
        return Optional.empty();
      }
    };
  }
}
