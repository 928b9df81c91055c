DROP INDEX usage_entry_call;
ALTER TABLE usage_entry DROP COLUMN provider_key;
