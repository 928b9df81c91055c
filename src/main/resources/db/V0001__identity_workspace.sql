-- Workspaces, their people and their keys.
CREATE TABLE workspace (
  id         uuid        PRIMARY KEY,
  name       text        NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE app_user (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  email        text        NOT NULL,
  name         text        NOT NULL,
  role         text        NOT NULL CHECK (role IN ('owner', 'admin', 'agent', 'member')),
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX app_user_email ON app_user (workspace_id, lower(email));
ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY app_user_workspace ON app_user
  USING (workspace_id = current_setting('parley.workspace')::uuid);

-- Read before the workspace is known: the key is what tells it. So no row-level security here.
CREATE TABLE api_key (
  id           text        PRIMARY KEY,
  workspace_id uuid        NOT NULL REFERENCES workspace,
  user_id      uuid        NOT NULL,
  hash         bytea       NOT NULL,
  created_at   timestamptz NOT NULL,
  revoked_at   timestamptz
);

-- The token of the set-up link. One row at most: a new start makes a new link.
CREATE TABLE setup_token (
  only_one   boolean     PRIMARY KEY DEFAULT true CHECK (only_one),
  hash       bytea       NOT NULL,
  created_at timestamptz NOT NULL
);
