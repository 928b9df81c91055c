package dev.parley.control.setting;

import dev.parley.control.audit.AuditStore;
import dev.parley.control.change.Change;
import dev.parley.control.edit.EditStore;
import dev.parley.platform.http.RouteGroup;
import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import java.time.InstantSource;

/// The door of settings.
///
/// @param settings for the parts, which declare theirs before anything is started
/// @param part reads what was chosen
public record RuntimeSettings(Settings settings, RouteGroup routes, Part part) {

  /// Wires the package.
  public static RuntimeSettings of(
      Database database, Change change, AuditStore audit, InstantSource clock) {
    var edits = new EditStore(database, change.store(), audit, SettingStore.TOPIC);
    var store = new SettingStore(database, edits);
    var settings = new Settings(store, clock);
    change.changes().keep(SettingStore.TOPIC, settings::load);
    return new RuntimeSettings(
        settings,
        new SettingRoutes(store, settings, change.changes(), clock),
        Part.of("settings", _ -> settings.load(), _ -> Future.succeededFuture()));
  }
}
