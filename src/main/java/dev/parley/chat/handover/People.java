package dev.parley.chat.handover;

import dev.parley.call.Call;
import dev.parley.identity.Workspaces;
import dev.parley.identity.Workspaces.Known;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of who is in a conversation. A name is never kept with it: whose account is erased has
/// none any more.
public final class People {
  private final Workspaces workspaces;

  public People(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /// Those of the people who have an account.
  public Future<List<Named>> named(Call call, Stream<@Nullable UUID> ids) {
    return known(call, ids)
        .map(known ->
            known.entrySet().stream()
                .map(entry -> new Named(entry.getKey(), entry.getValue().name()))
                .toList());
  }

  /// The same with all that is known of them.
  public Future<Map<UUID, Known>> known(Call call, Stream<@Nullable UUID> ids) {
    var wanted = ids.filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
    return wanted.isEmpty()
        ? Future.succeededFuture(Map.of())
        : workspaces.known(call, List.copyOf(wanted));
  }

  /// Somebody by name.
  public record Named(UUID id, String name) {}
}
