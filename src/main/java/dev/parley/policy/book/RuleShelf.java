package dev.parley.policy.book;

import dev.parley.call.Call;
import dev.parley.call.Caller;
import dev.parley.call.Deadline;
import dev.parley.call.WorkspaceId;
import dev.parley.platform.observe.Log;
import dev.parley.policy.match.PatternFault;
import dev.parley.policy.rule.Rule;
import dev.parley.policy.rule.Ruleset;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The rules of every workspace in the memory of this process. Safe from any thread.
public final class RuleShelf {
  private static final Log LOG = Log.of(RuleShelf.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final WorkspaceId NONE = new WorkspaceId(new UUID(0, 0));

  private final RuleStore store;
  private final InstantSource clock;
  private volatile Map<WorkspaceId, Ruleset> rules = Map.of();

  RuleShelf(RuleStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// The rules of a workspace; empty when it has none that is on.
  public Optional<Ruleset> of(WorkspaceId workspace) {
    return Optional.ofNullable(rules.get(workspace));
  }

  /// Reads everything anew; what did not change is not made again.
  public Future<Void> load() {
    var call = new Call("policies", new Caller.Parley(NONE), Deadline.after(clock, LIMIT));
    return store
        .all(call)
        .map(all -> {
          var made = new HashMap<WorkspaceId, Ruleset>();
          all.forEach((workspace, own) -> {
            var on = own.stream().filter(Rule::enabled).toList();
            if (!on.isEmpty()) {
              made.put(workspace, made(workspace, on));
            }
          });
          rules = Map.copyOf(made);
          return null;
        });
  }

  private Ruleset made(WorkspaceId workspace, List<Rule> on) {
    var old = rules.get(workspace);
    if (old != null && old.rules().equals(on)) {
      return old;
    }
    try {
      return new Ruleset(on);
    } catch (PatternFault fault) {
      // Was checked when it was stored; a later Parley may be stricter. What held goes on to hold.
      LOG.error("rules cannot be used", fault, "workspace", workspace.value());
      throw fault;
    }
  }
}
