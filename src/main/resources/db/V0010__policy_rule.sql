-- What may be said in a workspace. The definition is JSON: where the rule looks, for what, and what
-- is done about it.
CREATE TABLE policy_rule (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  position     int         NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  enabled      boolean     NOT NULL,
  definition   text        NOT NULL,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);

-- Every version there ever was, so that an old decision can be understood. Outlives its rule.
CREATE TABLE policy_rule_version (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  rule_id      uuid        NOT NULL,
  version      int         NOT NULL,
  name         text        NOT NULL,
  enabled      boolean     NOT NULL,
  definition   text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  changed_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, rule_id, version)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_rule', 'policy_rule_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
END $$;

-- Replicas keep the rules of all workspaces in memory: they read them as '*'.
CREATE POLICY policy_rule_memory ON policy_rule FOR SELECT
  USING (current_setting('parley.workspace') = '*');
