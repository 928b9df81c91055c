package dev.parley.tools.tool;

/// A header that a server is sent, such as `Authorization`.
///
/// @param sealed its value
/// @param hint the last letters of the value; empty for short ones
public record Credential(String header, String sealed, String hint) {}
