-- Money: prices, budgets, limits, rollups and the export of the ledger. All amounts are whole
-- nano-US-dollars: a dollar is 1,000,000,000.
--
-- The word '*' (see Database) is for what is held in memory for all workspaces, and for upkeep.

-- What changed lately, by topic: every replica looks at it twice a second. No content, so it
-- belongs to no workspace.
CREATE TABLE change_mark (
  topic   text   PRIMARY KEY,
  version bigint NOT NULL
);

ALTER TABLE usage_entry NO FORCE ROW LEVEL SECURITY; -- its sums are made below; forced again there
ALTER TABLE usage_entry
  DROP CONSTRAINT usage_entry_kind_check,
  ADD CONSTRAINT usage_entry_kind_check CHECK
    (kind IN ('chat', 'completion', 'embedding', 'title', 'summary', 'policy')),
  ADD COLUMN route              text   NOT NULL DEFAULT '',
  ADD COLUMN target             text   NOT NULL DEFAULT '',
  ADD COLUMN upstream_model     text   NOT NULL DEFAULT '',
  ADD COLUMN user_id            uuid,
  ADD COLUMN key_id             text,
  ADD COLUMN raw_usage          text,
  ADD COLUMN cost_nano          bigint NOT NULL DEFAULT 0,
  ADD COLUMN price_id           uuid,
  ADD COLUMN leases             uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN first_token_micros bigint;
UPDATE usage_entry SET
  user_id = CASE WHEN caller LIKE 'user:%' THEN substr(caller, 6)::uuid END,
  key_id = CASE WHEN caller LIKE 'key:%' THEN substr(caller, 5) END,
  route = model, target = provider, upstream_model = model;
COMMENT ON COLUMN usage_entry.raw_usage IS 'what the provider said, as JSON';
COMMENT ON COLUMN usage_entry.price_id IS 'of model_price, or of the resource prices.csv';
COMMENT ON COLUMN usage_entry.leases IS 'of the budgets that pay';

-- Prices of a workspace. A correction is a later row: of those that hold at a moment, the one that
-- was written down last is right.
CREATE TABLE model_price (
  workspace_id     uuid        NOT NULL REFERENCES workspace,
  id               uuid        NOT NULL,
  provider         text        NOT NULL,
  model            text        NOT NULL,
  input_nano       bigint      NOT NULL CHECK (input_nano BETWEEN 0 AND 1000000000000000),
  cache_read_nano  bigint      CHECK (cache_read_nano BETWEEN 0 AND 1000000000000000),
  cache_write_nano bigint      CHECK (cache_write_nano BETWEEN 0 AND 1000000000000000),
  output_nano      bigint      NOT NULL CHECK (output_nano BETWEEN 0 AND 1000000000000000),
  reasoning_nano   bigint      CHECK (reasoning_nano BETWEEN 0 AND 1000000000000000),
  request_nano     bigint      NOT NULL CHECK (request_nano BETWEEN 0 AND 1000000000000000),
  effective_from   timestamptz NOT NULL,
  effective_to     timestamptz CHECK (effective_to > effective_from),
  recorded_at      timestamptz NOT NULL,
  source           text        NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
COMMENT ON COLUMN model_price.input_nano IS 'for a million tokens, as the other four';

COMMENT ON TABLE model_price IS 'append-only: a price is never changed';

CREATE FUNCTION model_price_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a price is never changed: add a later one' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER model_price_stays BEFORE UPDATE OR DELETE ON model_price
  FOR EACH STATEMENT EXECUTE FUNCTION model_price_stays();

CREATE TABLE budget (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  name         text        NOT NULL,
  subject      text        NOT NULL CHECK (subject IN ('workspace', 'user', 'key')),
  subject_id   text        NOT NULL,
  period       text        NOT NULL CHECK (period IN ('day', 'month', 'total')),
  limit_nano   bigint      NOT NULL CHECK (limit_nano BETWEEN 0 AND 1000000000000000000),
  created_at   timestamptz NOT NULL,
  deleted_at   timestamptz,
  PRIMARY KEY (workspace_id, id)
);
COMMENT ON COLUMN budget.subject_id IS 'the user or the key; empty for the workspace';

-- One period of a budget. What may still be leased is limit_nano - spent - leased.
CREATE TABLE budget_window (
  workspace_id uuid        NOT NULL,
  budget_id    uuid        NOT NULL,
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz,
  spent        bigint      NOT NULL DEFAULT 0,
  leased       bigint      NOT NULL DEFAULT 0,
  slice        bigint      NOT NULL DEFAULT 0,
  told         int         NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, budget_id, starts_at),
  FOREIGN KEY (workspace_id, budget_id) REFERENCES budget
);
COMMENT ON COLUMN budget_window.spent IS 'under leases that have ended, and before the first';
COMMENT ON COLUMN budget_window.leased IS 'the sum of what open leases were granted';
COMMENT ON COLUMN budget_window.slice IS 'the last grant';
COMMENT ON COLUMN budget_window.told IS 'the highest threshold that was told, in per cent';

-- Money that one replica may spend without asking. Its spending is the sum of the ledger's entries
-- that name it, added up in their own transactions.
CREATE TABLE budget_lease (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  budget_id    uuid        NOT NULL,
  starts_at    timestamptz NOT NULL,
  replica      text        NOT NULL,
  granted      bigint      NOT NULL,
  spent        bigint      NOT NULL DEFAULT 0,
  expires_at   timestamptz NOT NULL,
  closed_at    timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, budget_id, starts_at) REFERENCES budget_window
);
CREATE INDEX budget_lease_open ON budget_lease (expires_at) WHERE closed_at IS NULL;
CREATE INDEX budget_lease_window ON budget_lease (workspace_id, budget_id, starts_at)
  WHERE closed_at IS NULL;

CREATE TABLE usage_limit (
  workspace_id      uuid        NOT NULL REFERENCES workspace,
  id                uuid        NOT NULL,
  subject           text        NOT NULL CHECK (subject IN ('workspace', 'user', 'key')),
  subject_id        text        NOT NULL,
  model             text        NOT NULL,
  tokens_per_window bigint      CHECK (tokens_per_window > 0),
  window_seconds    int         NOT NULL CHECK (window_seconds BETWEEN 1 AND 86400),
  concurrent        int         CHECK (concurrent > 0),
  created_at        timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
COMMENT ON COLUMN usage_limit.subject_id IS 'empty: everybody of the kind, each by themselves';
COMMENT ON COLUMN usage_limit.model IS 'empty: all models together';

-- Sums of the ledger, kept in the transactions that write it.
CREATE TABLE usage_rollup (
  workspace_id       uuid        NOT NULL REFERENCES workspace,
  grain              text        NOT NULL CHECK (grain IN ('hour', 'day')),
  starts_at          timestamptz NOT NULL,
  kind               text        NOT NULL,
  provider           text        NOT NULL,
  model              text        NOT NULL,
  user_id            text        NOT NULL,
  key_id             text        NOT NULL,
  requests           bigint      NOT NULL,
  failures           bigint      NOT NULL,
  input_tokens       bigint      NOT NULL,
  cache_read_tokens  bigint      NOT NULL,
  cache_write_tokens bigint      NOT NULL,
  output_tokens      bigint      NOT NULL,
  reasoning_tokens   bigint      NOT NULL,
  cost_nano          bigint      NOT NULL,
  PRIMARY KEY (workspace_id, grain, starts_at, kind, provider, model, user_id, key_id)
);
COMMENT ON COLUMN usage_rollup.user_id IS 'empty for nobody in particular, as key_id';
INSERT INTO usage_rollup
SELECT e.workspace_id, g.grain, date_trunc(g.grain, e.started_at, 'UTC'), e.kind, e.provider,
       e.model, coalesce(e.user_id::text, ''), coalesce(e.key_id, ''), count(*),
       count(*) FILTER (WHERE e.outcome NOT IN ('completed', 'cancelled')),
       sum(e.input_tokens), sum(e.cache_read_tokens), sum(e.cache_write_tokens),
       sum(e.output_tokens), sum(e.reasoning_tokens), 0
FROM usage_entry e, (VALUES ('hour'), ('day')) AS g (grain)
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
ALTER TABLE usage_entry FORCE ROW LEVEL SECURITY;

-- What others are to be told: rows wait here until a consumer has them, or for some days.
CREATE TABLE usage_outbox (
  workspace_id  uuid        NOT NULL REFERENCES workspace,
  id            uuid        NOT NULL,
  seq           bigint      GENERATED ALWAYS AS IDENTITY,
  at            timestamptz NOT NULL,
  type          text        NOT NULL,
  event         text        NOT NULL,
  claimed_until timestamptz,
  PRIMARY KEY (workspace_id, id)
);
COMMENT ON COLUMN usage_outbox.event IS 'a CloudEvent, as JSON';
CREATE INDEX usage_outbox_order ON usage_outbox (seq);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['model_price', 'budget', 'budget_window', 'budget_lease', 'usage_limit',
                           'usage_rollup', 'usage_outbox'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['model_price', 'budget', 'usage_limit'] LOOP
    EXECUTE format(
      'CREATE POLICY %I ON %I FOR SELECT USING (current_setting(''parley.workspace'') = ''*'')',
      t || '_memory', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['budget_window', 'budget_lease', 'usage_outbox'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I USING (current_setting(''parley.workspace'') = ''*'')',
                   t || '_upkeep', t);
  END LOOP;
END $$;
