-- Signing in: passwords, sessions, invitations, second factors, and what slows guessing down.
--
-- Who signs in has no workspace yet, so these tables also admit the word '*' (see Database), used
-- only to find the one row that a secret or an address names.
ALTER TABLE app_user NO FORCE ROW LEVEL SECURITY; -- a new foreign key reads it; forced again below
ALTER TABLE app_user
  ADD COLUMN password_hash text,
  ADD COLUMN enabled       boolean     NOT NULL DEFAULT true,
  ADD COLUMN totp_seed     text,
  ADD COLUMN totp_on       boolean     NOT NULL DEFAULT false,
  ADD COLUMN totp_step     bigint      NOT NULL DEFAULT 0,
  ADD COLUMN subject       text,
  ADD COLUMN last_seen_at  timestamptz;
COMMENT ON COLUMN app_user.totp_seed IS 'sealed';
COMMENT ON COLUMN app_user.totp_step IS 'the last time step whose code was used: each is good once';
COMMENT ON COLUMN app_user.subject IS 'issuer and subject at the identity provider';
DROP INDEX app_user_email;
-- One account per address in the whole deployment: an address is enough to sign in.
CREATE UNIQUE INDEX app_user_email ON app_user (lower(email));
CREATE UNIQUE INDEX app_user_subject ON app_user (subject) WHERE subject IS NOT NULL;

CREATE TABLE recovery_code (
  workspace_id uuid  NOT NULL,
  user_id      uuid  NOT NULL,
  hash         bytea NOT NULL,
  PRIMARY KEY (workspace_id, user_id, hash),
  FOREIGN KEY (workspace_id, user_id) REFERENCES app_user ON DELETE CASCADE
);

CREATE TABLE sign_in_session (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  user_id      uuid        NOT NULL,
  address      text        NOT NULL,
  agent        text        NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  ended_by     text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES app_user ON DELETE CASCADE
);
CREATE INDEX sign_in_session_user ON sign_in_session (workspace_id, user_id)
  WHERE ended_at IS NULL;

-- The tokens of a session, each good for one use. The successor of a token is computed from it, so
-- none is stored in clear.
CREATE TABLE refresh_token (
  workspace_id uuid        NOT NULL,
  hash         bytea       NOT NULL,
  session_id   uuid        NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  PRIMARY KEY (workspace_id, hash),
  FOREIGN KEY (workspace_id, session_id) REFERENCES sign_in_session ON DELETE CASCADE
);
CREATE UNIQUE INDEX refresh_token_hash ON refresh_token (hash);
CREATE INDEX refresh_token_session ON refresh_token (workspace_id, session_id);

CREATE TABLE invitation (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  email        text        NOT NULL,
  role         text        NOT NULL CHECK (role IN ('owner', 'admin', 'agent', 'member')),
  hash         bytea       NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX invitation_hash ON invitation (hash);
CREATE UNIQUE INDEX invitation_email ON invitation (workspace_id, lower(email));

CREATE TABLE password_reset (
  workspace_id uuid        NOT NULL,
  user_id      uuid        NOT NULL,
  hash         bytea       NOT NULL,
  expires_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, user_id),
  FOREIGN KEY (workspace_id, user_id) REFERENCES app_user ON DELETE CASCADE
);
CREATE UNIQUE INDEX password_reset_hash ON password_reset (hash);

-- Failed sign-ins by account and by network. Holds hashes only and belongs to no workspace: the
-- account may not exist.
CREATE TABLE sign_in_throttle (
  subject    bytea       PRIMARY KEY,
  failures   int         NOT NULL,
  window_end timestamptz NOT NULL,
  not_before timestamptz NOT NULL
);

-- The owner of the tables checks the keys' users below, whatever workspace they are of; row-level
-- security is forced again at the end.
ALTER TABLE app_user NO FORCE ROW LEVEL SECURITY;
ALTER TABLE api_key
  ADD COLUMN kind                text        NOT NULL DEFAULT 'secret'
                                 CHECK (kind IN ('secret', 'publishable')),
  ADD COLUMN name                text        NOT NULL DEFAULT '',
  ADD COLUMN scopes              text[]      NOT NULL DEFAULT '{}',
  ADD COLUMN origins             text[]      NOT NULL DEFAULT '{}',
  ADD COLUMN requests_per_window int,
  ADD COLUMN expires_at          timestamptz,
  ADD COLUMN last_used_at        timestamptz,
  ADD FOREIGN KEY (workspace_id, user_id) REFERENCES app_user ON DELETE CASCADE;
COMMENT ON COLUMN api_key.scopes IS 'empty: everything its maker may';
CREATE INDEX api_key_user ON api_key (workspace_id, user_id);

DO $$
DECLARE t text;
BEGIN
  ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
  ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
  DROP POLICY app_user_workspace ON app_user;
  FOREACH t IN ARRAY ARRAY['app_user', 'recovery_code', 'sign_in_session', 'refresh_token',
                           'invitation', 'password_reset', 'api_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I FOR SELECT USING (current_setting(''parley.workspace'') = ''*'')',
      t || '_sign_in', t);
  END LOOP;
END $$;
