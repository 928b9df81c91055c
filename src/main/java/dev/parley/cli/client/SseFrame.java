package dev.parley.cli.client;

/// One server-sent event.
///
/// @param id its number in the stream, or that of the last event that had one; 0 before that
/// @param line its data
record SseFrame(long id, String name, String line) {}
