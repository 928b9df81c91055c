-- The ledger: one row per attempt of a model call, never changed. The id is made from the call, so
-- the same attempt told twice is one row.
CREATE TABLE usage_entry (
  workspace_id       uuid        NOT NULL REFERENCES workspace,
  id                 uuid        NOT NULL,
  call_id            text        NOT NULL,
  caller             text        NOT NULL,
  kind               text        NOT NULL CHECK (kind IN ('chat', 'embedding')),
  provider           text        NOT NULL,
  model              text        NOT NULL,
  attempt            int         NOT NULL,
  input_tokens       bigint      NOT NULL,
  cache_read_tokens  bigint      NOT NULL,
  cache_write_tokens bigint      NOT NULL,
  output_tokens      bigint      NOT NULL,
  reasoning_tokens   bigint      NOT NULL,
  estimated          boolean     NOT NULL,
  outcome            text        NOT NULL,
  started_at         timestamptz NOT NULL,
  ended_at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX usage_entry_time ON usage_entry (workspace_id, started_at);
ALTER TABLE usage_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY usage_entry_workspace ON usage_entry
  USING (workspace_id = current_setting('parley.workspace')::uuid);
