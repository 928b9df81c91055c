-- Servers of the Model Context Protocol. Of what they offer, tools are made that an administrator
-- has seen: what a server says later changes none of them.
CREATE TABLE mcp_server (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  url          text        NOT NULL,
  command      text        NOT NULL CHECK ((url = '') <> (command = '')),
  auth_header  text        NOT NULL,
  auth_sealed  text        NOT NULL,
  auth_hint    text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name)
);

-- What a model may call. The definition is JSON: where it goes and what it takes.
CREATE TABLE tool (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  description  text        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('http', 'mcp', 'builtin')),
  server_id    uuid        CHECK ((kind = 'mcp') = (server_id IS NOT NULL)),
  definition   text        NOT NULL,
  side_effect  boolean     NOT NULL,
  enabled      boolean     NOT NULL,
  auth_header  text        NOT NULL,
  auth_sealed  text        NOT NULL,
  auth_hint    text        NOT NULL,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, name),
  FOREIGN KEY (workspace_id, server_id) REFERENCES mcp_server ON DELETE CASCADE
);

-- Whether tools are used at all; without a row, they are.
CREATE TABLE tool_setting (
  workspace_id uuid    NOT NULL REFERENCES workspace,
  stopped      boolean NOT NULL,
  PRIMARY KEY (workspace_id)
);

-- Uses of tools that a person has to allow, in turns that wait for that. What is asked stands in the
-- log of the turn.
CREATE TABLE tool_consent (
  workspace_id uuid        NOT NULL,
  turn_id      uuid        NOT NULL,
  call_id      int         NOT NULL,
  asked_at     timestamptz NOT NULL,
  allowed      boolean,
  decided_at   timestamptz,
  PRIMARY KEY (workspace_id, turn_id, call_id),
  FOREIGN KEY (workspace_id, turn_id) REFERENCES turn ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mcp_server', 'tool', 'tool_setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
    -- Replicas keep the tools of all workspaces in memory: they read them as '*'.
    EXECUTE format(
      'CREATE POLICY %I ON %I FOR SELECT USING (current_setting(''parley.workspace'') = ''*'')',
      t || '_memory', t);
  END LOOP;
END $$;

ALTER TABLE tool_consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE tool_consent FORCE ROW LEVEL SECURITY;
CREATE POLICY tool_consent_workspace ON tool_consent
  USING (workspace_id::text = current_setting('parley.workspace'));
