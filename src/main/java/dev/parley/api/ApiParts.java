package dev.parley.api;

import dev.parley.call.WorkspaceId;
import dev.parley.identity.Callers;
import dev.parley.metering.limit.Limits;
import dev.parley.platform.http.HttpConfig;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.ids.Ids;
import dev.parley.platform.lifecycle.Probe;
import dev.parley.platform.observe.Metrics;
import dev.parley.platform.observe.trace.Tracing;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// What the edge is made of.
///
/// @param uploads folder for bodies on their way; emptied as requests end
/// @param routes the operations of the parts
/// @param probes what the server depends on
public record ApiParts(
    HttpConfig config,
    Path uploads,
    WorkspaceId firstWorkspace,
    Callers callers,
    Limits limits,
    List<RouteGroup> routes,
    List<Probe> probes,
    Metrics metrics,
    Tracing tracing,
    Ids ids,
    InstantSource clock) {}
