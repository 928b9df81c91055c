package dev.parley.control.setting;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.http.Json;
import dev.parley.platform.observe.Log;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The settings of every workspace in the memory of this process. Safe from any thread.
public final class Settings {
  private static final Log LOG = Log.of(Settings.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final SettingStore store;
  private final InstantSource clock;
  private final List<Declared> declared = new CopyOnWriteArrayList<>();
  private volatile Map<WorkspaceId, Kept> kept = Map.of();

  Settings(SettingStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Says that there is such a setting. Called while the process is wired.
  public <T> Current<T> declare(Setting<T> setting) {
    return declare(setting, null);
  }

  /// The same for what is chosen in one workspace for all of them.
  public <T> Supplier<T> declareIn(WorkspaceId workspace, Setting<T> setting) {
    var current = declare(setting, workspace);
    return () -> current.in(workspace);
  }

  private <T> Current<T> declare(Setting<T> setting, @Nullable WorkspaceId only) {
    if (declared.stream().anyMatch(other -> other.setting.key().equals(setting.key()))) {
      throw new IllegalStateException("there are two settings " + setting.key());
    }
    declared.add(new Declared(setting, only));
    return workspace -> {
      var own = kept.get(workspace);
      var value = own == null ? null : own.usable.get(setting.key());
      return value == null ? setting.standard() : setting.kind().read(value);
    };
  }

  /// Whether a setting ever had a value, in any version that is kept. Asks the database.
  public Future<Boolean> ever(Call call, String key, Object value) {
    return store.ever(call, key, Json.text(value));
  }

  /// What can be chosen in a workspace.
  List<Setting<?>> declared(WorkspaceId workspace) {
    return declared.stream()
        .filter(one -> one.only == null || one.only.equals(workspace))
        .<Setting<?>>map(Declared::setting)
        .toList();
  }

  /// Reads everything anew.
  Future<Void> load() {
    var call = new Call("settings", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .everywhere(call)
        .map(all -> {
          var made = new HashMap<WorkspaceId, Kept>();
          all.forEach((workspace, version) -> made.put(workspace, kept(workspace, version)));
          kept = Map.copyOf(made);
          return null;
        });
  }

  private Kept kept(WorkspaceId workspace, Version version) {
    var old = kept.get(workspace);
    if (old != null && old.version == version.number()) {
      return old;
    }
    var usable = new HashMap<String, Object>();
    var ignored = new ArrayList<String>(version.chosen().keySet());
    for (var setting : declared(workspace)) {
      var value = version.chosen().get(setting.key());
      if (value != null && setting.kind().fault(value).isEmpty()) {
        usable.put(setting.key(), value);
        var _ = ignored.remove(setting.key());
      }
    }
    if (!ignored.isEmpty()) {
      LOG.warning(
          "settings that this version of Parley cannot use are ignored",
          "workspace",
          workspace.value(),
          "settings",
          String.join(", ", ignored));
    }
    return new Kept(version.number(), Map.copyOf(usable));
  }

  /// @param only the workspace in which it is chosen; null for each
  private record Declared(Setting<?> setting, @Nullable WorkspaceId only) {}

  private record Kept(int version, Map<String, Object> usable) {}
}
