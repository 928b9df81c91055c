package dev.parley.gateway.spi;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What most questions do without.
///
/// @param tools what the model may use
/// @param choice whether it uses them
/// @param json the form of the answer; null for prose
/// @param stop texts that end the answer where the model would write them
/// @param topP share of the likeliest tokens that are drawn from; null for the model's own
/// @param seed for answers that can be repeated, as far as a provider can; null for none
/// @param effort how much the model may think first; null for the model's own
public record Wishes(
    List<Tool> tools,
    ToolChoice choice,
    @Nullable JsonForm json,
    List<String> stop,
    @Nullable Double topP,
    @Nullable Integer seed,
    @Nullable Effort effort) {

  /// Prose without anything.
  public static final Wishes NONE =
      new Wishes(List.of(), ToolChoice.AUTO, null, List.of(), null, null, null);

  public Wishes {
    tools = List.copyOf(tools);
    stop = List.copyOf(stop);
  }

  /// Prose, with tools that the model may use.
  public static Wishes tools(List<Tool> tools) {
    return new Wishes(tools, ToolChoice.AUTO, null, List.of(), null, null, null);
  }

  /// Something that the model may ask to be done.
  ///
  /// @param name letters, digits, `_` and `-`
  /// @param description what it is for, to be read by the model
  /// @param schema JSON Schema of the arguments, an object
  public record Tool(String name, String description, JsonObject schema) {}

  /// Whether tools are used.
  public enum ToolChoice {
    /// As the model sees fit.
    AUTO,
    /// At least one.
    REQUIRED,
    /// None.
    NONE
  }

  /// An answer that is one JSON value.
  ///
  /// @param name of the schema
  /// @param schema null for any object
  public record JsonForm(String name, @Nullable JsonObject schema) {}

  /// How much a model thinks before it answers.
  public enum Effort {
    NONE,
    LOW,
    MEDIUM,
    HIGH
  }
}
