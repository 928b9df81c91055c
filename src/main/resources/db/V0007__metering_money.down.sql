DROP TABLE usage_outbox;
DROP TABLE usage_rollup;
DROP TABLE usage_limit;
DROP TABLE budget_lease;
DROP TABLE budget_window;
DROP TABLE budget;
DROP TABLE model_price;
DROP FUNCTION model_price_stays();
ALTER TABLE usage_entry NO FORCE ROW LEVEL SECURITY; -- for the owner, who takes the new kinds back
ALTER TABLE usage_entry DISABLE ROW LEVEL SECURITY;
UPDATE usage_entry SET kind = 'chat' WHERE kind NOT IN ('chat', 'embedding');
ALTER TABLE usage_entry
  DROP CONSTRAINT usage_entry_kind_check,
  ADD CONSTRAINT usage_entry_kind_check CHECK (kind IN ('chat', 'embedding')),
  DROP COLUMN route,
  DROP COLUMN target,
  DROP COLUMN upstream_model,
  DROP COLUMN user_id,
  DROP COLUMN key_id,
  DROP COLUMN raw_usage,
  DROP COLUMN cost_nano,
  DROP COLUMN price_id,
  DROP COLUMN leases,
  DROP COLUMN first_token_micros;
ALTER TABLE usage_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE usage_entry FORCE ROW LEVEL SECURITY;
DROP TABLE change_mark;
