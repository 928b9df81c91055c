package dev.parley.control.change;

import dev.parley.platform.lifecycle.Part;
import dev.parley.platform.postgres.Database;
import java.time.InstantSource;

/// The door of changes.
///
/// @param store for stores, which mark changes in their own transactions
/// @param changes for those who hold something in memory
/// @param part looks for changes
public record Change(ChangeStore store, Changes changes, Part part) {

  /// Wires the package.
  public static Change of(Database database, InstantSource clock) {
    var store = new ChangeStore(database);
    var changes = new Changes(store, clock);
    return new Change(
        store, changes, Part.verticle("changes", 1, () -> new ChangeVerticle(changes)));
  }
}
