package dev.parley.tools.tool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A server of the Model Context Protocol.
///
/// @param url where it is; empty for a program
/// @param command the name of a program in the configuration; empty for a URL
/// @param credential null for none
public record McpServer(
    UUID id, String name, String url, String command, @Nullable Credential credential) {}
