-- What one request caused is asked for by its id.
ALTER TABLE usage_entry ADD COLUMN provider_key text NOT NULL DEFAULT '';
COMMENT ON COLUMN usage_entry.provider_key IS 'what administrators call the key that was used';
CREATE INDEX usage_entry_call ON usage_entry (workspace_id, call_id);
