package dev.parley.tools.mcp;

import dev.parley.tools.tool.ArgumentSchema;
import org.jspecify.annotations.Nullable;

/// A tool that a server offers.
///
/// @param remote the server's name of it
/// @param readOnly what the server says of itself; nobody has checked it
/// @param refused why it cannot be used; null when it can
public record Listed(
    String remote,
    String description,
    boolean readOnly,
    ArgumentSchema arguments,
    @Nullable String refused) {}
