package dev.parley.retrieval.source;

import dev.parley.call.Call;
import dev.parley.platform.ids.Ids;
import dev.parley.retrieval.source.kept.RunStore;
import dev.parley.retrieval.source.kept.SourceStore;
import dev.parley.retrieval.source.kept.SourceStore.Listed;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What all operations on sources need.
///
/// @param bases finds a base, or the first one for null
/// @param due called when a source may be due
/// @param changed called when something else can be found than before
record SourceDesk(
    SourcesConfig config,
    SourceStore sources,
    RunStore runs,
    CheckDefinition check,
    BucketSecrets secrets,
    BiFunction<Call, @Nullable UUID, Future<UUID>> bases,
    Runnable due,
    Runnable changed,
    Ids ids,
    InstantSource clock) {

  Future<Listed> known(Call call, UUID id) {
    return sources.find(call, id).map(found -> found.orElseThrow(SourceRoutes::noSource));
  }
}
