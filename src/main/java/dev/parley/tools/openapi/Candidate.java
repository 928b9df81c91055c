package dev.parley.tools.openapi;

import dev.parley.tools.tool.ArgumentSchema;
import dev.parley.tools.tool.HttpTarget;
import org.jspecify.annotations.Nullable;

/// An operation of a document as the tool that it would be.
///
/// @param operation method and path, such as `GET /pets/{id}`
/// @param name made of the operation's id
/// @param sideEffect whether its method is one that changes something
/// @param refused why no tool can be made of it; null when one can
public record Candidate(
    String operation,
    String name,
    String description,
    boolean sideEffect,
    HttpTarget target,
    ArgumentSchema arguments,
    @Nullable String refused) {}
