package dev.parley.retrieval.source.kept;

import dev.parley.call.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The right to go through a source, until another replica has it.
///
/// @param run what to go on with; null when the schedule asks for a new one
/// @param epoch higher with every lease: who comes with an older one is refused
/// @param attempts how often this run was begun, this time included
public record Lease(
    WorkspaceId workspace, UUID source, @Nullable UUID run, long epoch, int attempts) {}
