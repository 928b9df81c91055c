package dev.parley.gateway.spi;

import dev.parley.call.Call;
import java.util.function.Consumer;

/// One source of answers: a vendor's API with one key, a local server, or Parley's own extractive
/// answerer.
public interface Provider {

  /// The name used in configuration, metrics and the ledger, such as `openai`.
  String name();

  /// Whether its models may be shown images; where that depends on the model, they say so.
  boolean seesImages();

  /// Opens one answer.
  ///
  /// Must be called on a Vert.x event loop; every event arrives on that same event loop, in order,
  /// after this method has returned, and the last one is exactly one [ModelEvent.Finished] or
  /// [ModelEvent.Failed], whatever happens on the wire. The provider keeps its own limits of time
  /// (connect, first token, silence between tokens, total), none of them beyond the call's
  /// deadline.
  ModelStream open(Call call, ModelRequest request, Consumer<ModelEvent> events);

  /// The same for a request in OpenAI's form, answered in that form: the events are
  /// [ModelEvent.Bytes] in place of text.
  ///
  /// @param model the provider's own name of the model
  ModelStream open(Call call, WireRequest request, String model, Consumer<ModelEvent> events);
}
