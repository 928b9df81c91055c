package dev.parley.tools.tool;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that a model may call.
///
/// @param name unique in its workspace; letters, digits, `_` and `-`
/// @param description what it is for, as models read it
/// @param sideEffect whether it changes something, so that a person has to allow each use
/// @param enabled whether models are offered it, and may use it
/// @param arguments what it takes
public record Tool(
    UUID id,
    String name,
    String description,
    boolean sideEffect,
    boolean enabled,
    ArgumentSchema arguments,
    Does does) {

  /// What it does.
  public sealed interface Does {

    /// It sends a request.
    ///
    /// @param credential what the server is told about who asks; null for nothing
    record Http(HttpTarget target, @Nullable Credential credential) implements Does {}

    /// It asks a server of the Model Context Protocol.
    ///
    /// @param remote the server's own name of the tool
    record Mcp(UUID server, String remote) implements Does {}

    /// It needs no server.
    record Builtin() implements Does {}

    /// As in tables and in the contract.
    default String kind() {
      return switch (this) {
        case Http _ -> "http";
        case Mcp _ -> "mcp";
        case Builtin _ -> "builtin";
      };
    }
  }

  /// The same tool, offered or not, and asked about or not.
  public Tool with(boolean nowEnabled, boolean nowSideEffect) {
    return new Tool(id, name, description, nowSideEffect, nowEnabled, arguments, does);
  }

  /// Whether a use that was planned for `other` is still the same use.
  public boolean isStill(Tool other) {
    return id.equals(other.id)
        && sideEffect == other.sideEffect
        && arguments.text().equals(other.arguments.text())
        && Objects.equals(does, other.does);
  }
}
