package dev.parley.chat.assistant;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The live assistants of every workspace in the memory of this process. A change is taken over
/// within half a second, in every replica. Safe from any thread.
public final class AssistantShelf {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final AssistantStore store;
  private final InstantSource clock;
  private volatile Map<WorkspaceId, List<AssistantVersion>> live = Map.of();

  AssistantShelf(AssistantStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Those that answer, by name.
  public List<AssistantVersion> live(Call call) {
    return live.getOrDefault(call.workspace(), List.of());
  }

  /// The one that answers where nobody chose one.
  public AssistantVersion standard(Call call) {
    return named(call, AssistantVersion.DEFAULT).orElse(AssistantVersion.PLAIN);
  }

  /// The one that answers under a name; the plain one where the default one is asked for and nobody
  /// made one.
  public Optional<AssistantVersion> find(Call call, String slug) {
    var found = named(call, slug);
    return found.isEmpty() && slug.equals(AssistantVersion.DEFAULT)
        ? Optional.of(AssistantVersion.PLAIN)
        : found;
  }

  /// What a conversation keeps of a choice: null for the default one.
  ///
  /// @param slug null where nobody chose
  /// @throws AssistantProblem.Unknown when nobody answers under this name
  public @Nullable UUID chosen(Call call, @Nullable String slug) {
    if (slug == null || slug.equals(AssistantVersion.DEFAULT)) {
      return null;
    }
    return named(call, slug).orElseThrow(() -> new AssistantProblem.Unknown(slug)).id();
  }

  /// A version, live or not. One that is forgotten since gives its place to the default one.
  ///
  /// @param id null for the plain one
  public Future<AssistantVersion> version(Call call, @Nullable UUID id, @Nullable Integer version) {
    if (id == null || version == null) {
      return Future.succeededFuture(AssistantVersion.PLAIN);
    }
    for (var one : live(call)) {
      if (id.equals(one.id()) && version.equals(one.version())) {
        return Future.succeededFuture(one);
      }
    }
    return store.version(call, id, version).map(found -> found.orElseGet(() -> standard(call)));
  }

  /// Reads everything anew.
  public Future<Void> load() {
    var call = new Call("assistants", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .live(call)
        .map(all -> {
          live = Map.copyOf(all);
          return null;
        });
  }

  private Optional<AssistantVersion> named(Call call, String slug) {
    return live(call).stream().filter(one -> one.slug().equals(slug)).findFirst();
  }
}
