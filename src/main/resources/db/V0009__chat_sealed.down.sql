-- Without the mark, sealed texts would be read as what somebody wrote.
ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
ALTER TABLE turn_log NO FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  IF EXISTS (SELECT FROM conversation WHERE sealed) OR EXISTS (SELECT FROM message WHERE sealed)
     OR EXISTS (SELECT FROM turn_log WHERE sealed) THEN
    RAISE EXCEPTION 'there are sealed texts, which older versions of Parley cannot read';
  END IF;
END $$;
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
ALTER TABLE turn_log FORCE ROW LEVEL SECURITY;
ALTER TABLE conversation DROP COLUMN sealed;
ALTER TABLE message DROP COLUMN sealed;
ALTER TABLE turn_log DROP COLUMN sealed;
COMMENT ON COLUMN turn.idempotency_key IS NULL;
