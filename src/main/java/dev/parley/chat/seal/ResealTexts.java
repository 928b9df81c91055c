package dev.parley.chat.seal;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.chat.seal.TextStore.Replacement;
import dev.parley.chat.seal.TextStore.TextRow;
import dev.parley.platform.observe.Log;
import dev.parley.platform.postgres.Database;
import dev.parley.platform.seal.BrokenSealException;
import dev.parley.platform.seal.Place;
import dev.parley.platform.seal.Sealer;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Seals the texts of conversations with the first key: those that an older key sealed, and where
/// the setting says so those that are not sealed. Never opens one for good: run by mistake without
/// the setting, that would lay everything bare. May run beside servers, be stopped, and run again.
public final class ResealTexts {
  private static final Log LOG = Log.of(ResealTexts.class);
  private static final int PAGE = 200;
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final TextRow FIRST = new TextRow(new UUID(0, 0), 0, false, true, List.of());

  private final TextStore store;
  private final Sealer sealer;
  private final boolean on;
  private final InstantSource clock;

  /// @param on whether texts that are not sealed are to be
  public ResealTexts(Database database, Sealer sealer, boolean on, InstantSource clock) {
    this.store = new TextStore(database.forLongWork(STEP));
    this.sealer = sealer;
    this.on = on;
    this.clock = clock;
  }

  /// Goes through the texts of some workspaces once. Blocks.
  ///
  /// @return what was found, by the name of the kind of text
  public Map<String, Counts> run(List<WorkspaceId> workspaces) {
    var all = new LinkedHashMap<String, Counts>();
    for (var table : TextTable.ALL) {
      var counts = Counts.NONE;
      for (var workspace : workspaces) {
        counts = counts.plus(run(table, workspace));
      }
      all.put(table.inWords(), counts);
    }
    return all;
  }

  private Counts run(TextTable table, WorkspaceId workspace) {
    var counts = Counts.NONE;
    var prefix = sealer.currentPrefix();
    for (var last = FIRST; ; ) {
      var page = await(store.page(call(workspace), table, last, prefix, PAGE));
      if (page.isEmpty()) {
        return counts;
      }
      counts = counts.plus(reseal(table, workspace, page));
      last = page.getLast();
    }
  }

  private Counts reseal(TextTable table, WorkspaceId workspace, List<TextRow> page) {
    var current = 0;
    var plain = 0;
    var broken = 0;
    var replacements = new ArrayList<Replacement>();
    for (var row : page) {
      if (row.current()) {
        current++;
      } else if (!row.sealed() && !on) {
        plain++;
      } else {
        try {
          replacements.add(new Replacement(row, sealed(table, workspace, row)));
        } catch (BrokenSealException e) {
          LOG.warning("a text cannot be opened", "why", e.getMessage());
          broken++;
        }
      }
    }
    var changed =
        replacements.isEmpty() ? 0 : await(store.replace(call(workspace), table, replacements));
    // What was changed meanwhile was sealed by a server, with its own first key.
    return new Counts(changed, current + replacements.size() - changed, plain, broken);
  }

  private List<@Nullable String> sealed(TextTable table, WorkspaceId workspace, TextRow row) {
    var all = new ArrayList<@Nullable String>();
    for (var column = 0; column < table.columns().size(); column++) {
      var text = row.texts().get(column);
      var place = table.place(column, workspace, row);
      all.add(text == null ? null : sealer.seal(plain(place, row.sealed(), text), place));
    }
    return all;
  }

  private String plain(Place place, boolean sealed, String text) {
    return sealed ? sealer.openText(text, place) : text;
  }

  private Call call(WorkspaceId workspace) {
    return new Call("reseal", new Caller.Parley(workspace), Deadline.after(clock, STEP));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(STEP.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the database did not answer", e);
    }
  }

  /// What was found, in rows.
  ///
  /// @param resealed sealed now, or sealed anew
  /// @param current sealed with the first key already, or with nothing to seal
  /// @param plain not sealed, as the setting wants new ones too
  /// @param broken cannot be opened, and were left as they are
  public record Counts(int resealed, int current, int plain, int broken) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Counts more) {
      return new Counts(
          resealed + more.resealed,
          current + more.current,
          plain + more.plain,
          broken + more.broken);
    }
  }
}
