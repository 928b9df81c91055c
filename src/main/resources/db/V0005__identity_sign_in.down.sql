DROP POLICY api_key_workspace ON api_key;
DROP POLICY api_key_sign_in ON api_key;
ALTER TABLE api_key DISABLE ROW LEVEL SECURITY;
ALTER TABLE api_key NO FORCE ROW LEVEL SECURITY;
DROP INDEX api_key_user;
ALTER TABLE api_key
  DROP CONSTRAINT api_key_workspace_id_user_id_fkey,
  DROP COLUMN kind,
  DROP COLUMN name,
  DROP COLUMN scopes,
  DROP COLUMN origins,
  DROP COLUMN requests_per_window,
  DROP COLUMN expires_at,
  DROP COLUMN last_used_at;
DROP TABLE sign_in_throttle;
DROP TABLE password_reset;
DROP TABLE invitation;
DROP TABLE refresh_token;
DROP TABLE sign_in_session;
DROP TABLE recovery_code;
DROP POLICY app_user_workspace ON app_user;
DROP POLICY app_user_sign_in ON app_user;
CREATE POLICY app_user_workspace ON app_user
  USING (workspace_id = current_setting('parley.workspace')::uuid);
DROP INDEX app_user_subject;
DROP INDEX app_user_email;
CREATE UNIQUE INDEX app_user_email ON app_user (workspace_id, lower(email));
ALTER TABLE app_user
  DROP COLUMN password_hash,
  DROP COLUMN enabled,
  DROP COLUMN totp_seed,
  DROP COLUMN totp_on,
  DROP COLUMN totp_step,
  DROP COLUMN subject,
  DROP COLUMN last_seen_at;
