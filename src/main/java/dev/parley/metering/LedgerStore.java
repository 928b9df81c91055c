package dev.parley.metering;

import dev.parley.call.Call;
import dev.parley.platform.postgres.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/// Rows of the ledger. What is derived from them is written with them, in one statement: the sums,
/// what the budgets' leases have spent, and the events for others. An entry that is there already
/// changes nothing.
final class LedgerStore {
  private static final String TYPE = "dev.parley.usage.recorded";
  private static final String INSERT =
      """
      WITH given AS (
        SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS e (
          workspace_id uuid, id uuid, call_id text, caller text, user_id uuid, key_id text,
          kind text, provider text, model text, route text, target text, upstream_model text,
          provider_key text,
          attempt int, input_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint,
          output_tokens bigint, reasoning_tokens bigint, estimated boolean, raw_usage text,
          cost_nano bigint, price_id uuid, leases uuid[], outcome text, started_at timestamptz,
          ended_at timestamptz, first_token_micros bigint)),
      added AS (
        INSERT INTO usage_entry AS u (
          workspace_id, id, call_id, caller, user_id, key_id, kind, provider, model, route,
          target, upstream_model, provider_key, attempt, input_tokens, cache_read_tokens,
          cache_write_tokens, output_tokens, reasoning_tokens, estimated, raw_usage, cost_nano, price_id, leases,
          outcome, started_at, ended_at, first_token_micros)
        SELECT workspace_id, id, call_id, caller, user_id, key_id, kind, provider, model, route,
               target, upstream_model, provider_key, attempt, input_tokens, cache_read_tokens,
               cache_write_tokens, output_tokens, reasoning_tokens, estimated, raw_usage,
               cost_nano, price_id, leases, outcome, started_at, ended_at, first_token_micros
        FROM given
        ON CONFLICT (workspace_id, id) DO NOTHING
        RETURNING u.*),
      summed AS (
        INSERT INTO usage_rollup AS r
        SELECT workspace_id, grain, date_trunc(grain, started_at, 'UTC') AS starts_at, kind,
               provider, model, coalesce(user_id::text, ''), coalesce(key_id, ''), count(*),
               count(*) FILTER (WHERE outcome NOT IN ('completed', 'cancelled')),
               sum(input_tokens), sum(cache_read_tokens), sum(cache_write_tokens),
               sum(output_tokens), sum(reasoning_tokens), sum(cost_nano)
        FROM added, (VALUES ('hour'), ('day')) AS grains (grain)
        GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
        ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
        ON CONFLICT (workspace_id, grain, starts_at, kind, provider, model, user_id, key_id)
        DO UPDATE SET
          requests = r.requests + excluded.requests,
          failures = r.failures + excluded.failures,
          input_tokens = r.input_tokens + excluded.input_tokens,
          cache_read_tokens = r.cache_read_tokens + excluded.cache_read_tokens,
          cache_write_tokens = r.cache_write_tokens + excluded.cache_write_tokens,
          output_tokens = r.output_tokens + excluded.output_tokens,
          reasoning_tokens = r.reasoning_tokens + excluded.reasoning_tokens,
          cost_nano = r.cost_nano + excluded.cost_nano),
      paid AS (
        UPDATE budget_lease l SET spent = l.spent + c.cost
        FROM (SELECT workspace_id, lease, sum(cost_nano)::bigint AS cost
              FROM added, unnest(leases) AS lease
              GROUP BY 1, 2) AS c
        WHERE l.workspace_id = c.workspace_id AND l.id = c.lease
        RETURNING l.workspace_id, l.budget_id, l.starts_at, l.closed_at, c.cost),
      late AS (
        UPDATE budget_window w SET spent = w.spent + p.cost
        FROM (SELECT workspace_id, budget_id, starts_at, sum(cost)::bigint AS cost
              FROM paid
              WHERE closed_at IS NOT NULL
              GROUP BY 1, 2, 3) AS p
        WHERE w.workspace_id = p.workspace_id AND w.budget_id = p.budget_id
          AND w.starts_at = p.starts_at)
      INSERT INTO usage_outbox (workspace_id, id, at, type, event)
      SELECT workspace_id, id, ended_at, $2::text, jsonb_build_object(
               'specversion', '1.0', 'id', id, 'source', '/workspaces/' || workspace_id,
               'type', $2::text, 'time', ended_at, 'datacontenttype', 'application/json',
               'data', jsonb_strip_nulls(to_jsonb(added) - 'raw_usage'))::text
      FROM added
      WHERE $3::boolean
      ON CONFLICT (workspace_id, id) DO NOTHING
      """;

  private final Database database;
  private final boolean told;

  /// @param told whether others are told of each entry
  LedgerStore(Database database, boolean told) {
    this.database = database;
    this.told = told;
  }

  /// Stores entries of the call's workspace, all or nothing; those that are there already stay.
  ///
  /// @param entries as [EntryJson] writes them
  Future<Void> insert(Call call, List<String> entries) {
    var values = Tuple.of("[" + String.join(",", entries) + "]", TYPE, told);
    return database
        .inWorkspace(call, connection -> connection.preparedQuery(INSERT).execute(values))
        .mapEmpty();
  }
}
