package dev.parley.chat.assistant;

import dev.parley.call.Call;
import dev.parley.platform.http.HttpProblem;
import io.vertx.core.Future;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Versions that answer only whoever tries them. Safe from any thread.
public final class Drafts {
  private final AssistantStore store;
  private final CheckDefinition check;

  Drafts(AssistantStore store, CheckDefinition check) {
    this.store = store;
    this.check = check;
  }

  /// A version of an assistant of the call's workspace.
  ///
  /// @param version null for the newest
  public Future<AssistantVersion> version(Call call, UUID id, @Nullable Integer version) {
    return store
        .find(call, id)
        .map(found -> found.orElseThrow(AssistantRoutes::none))
        .compose(
            found -> store.version(call, id, version == null ? found.latestVersion() : version))
        .map(found ->
            found.orElseThrow(() -> new HttpProblem.NotFound("There is no such version.")));
  }

  /// Completes with the id when the call's workspace has such an assistant, and fails otherwise.
  public Future<UUID> known(Call call, UUID id) {
    return store.find(call, id).map(found -> found.orElseThrow(AssistantRoutes::none).id());
  }

  /// The same assistant as somebody thinks of making it.
  public Future<AssistantVersion> version(Call call, UUID id, Definition draft) {
    var checked = check.of(call, draft);
    return version(call, id, (Integer) null).map(found -> found.with(checked));
  }
}
