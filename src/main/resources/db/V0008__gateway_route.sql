-- Which models a workspace offers, and where they are. Keys are sealed; a hint is their last letters.
CREATE TABLE model_provider (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  name         text        NOT NULL CHECK (name ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  kind         text        NOT NULL CHECK (kind IN ('openai', 'gemini', 'anthropic', 'ollama')),
  base_url     text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);

CREATE TABLE model_provider_key (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  provider_id  uuid        NOT NULL,
  label        text        NOT NULL,
  sealed       text        NOT NULL,
  hint         text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, provider_id, label),
  FOREIGN KEY (workspace_id, provider_id) REFERENCES model_provider ON DELETE CASCADE
);

CREATE TABLE model_route (
  workspace_id  uuid        NOT NULL REFERENCES workspace,
  id            uuid        NOT NULL,
  name          text        NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$'),
  standard      boolean     NOT NULL,
  embeddings    boolean     NOT NULL,
  max_tokens    bigint      NOT NULL CHECK (max_tokens > 0),
  cache_seconds bigint      NOT NULL CHECK (cache_seconds >= 0),
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);
CREATE UNIQUE INDEX model_route_standard ON model_route (workspace_id) WHERE standard;

-- The targets of a route. Tier 0 takes what is too long for the others.
CREATE TABLE model_target (
  workspace_id uuid NOT NULL,
  route_id     uuid NOT NULL,
  position     int  NOT NULL,
  tier         int  NOT NULL CHECK (tier BETWEEN 0 AND 9),
  provider_id  uuid NOT NULL,
  model        text NOT NULL,
  weight       int  NOT NULL CHECK (weight BETWEEN 1 AND 1000),
  PRIMARY KEY (workspace_id, route_id, position),
  FOREIGN KEY (workspace_id, route_id) REFERENCES model_route ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, provider_id) REFERENCES model_provider
);

-- Replicas keep the routes of all workspaces in memory: they read them as '*'.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY
    ARRAY['model_provider', 'model_provider_key', 'model_route', 'model_target'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I FOR SELECT USING (current_setting(''parley.workspace'') = ''*'')',
      t || '_memory', t);
  END LOOP;
END $$;
