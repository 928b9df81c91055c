DROP TABLE presence;
DROP TABLE canned_reply;
DROP TABLE handover_note;
DROP TABLE happening;
DROP TABLE handover;
-- What people said would be lost or look like a model's answer.
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
DO $$
BEGIN
  IF EXISTS (SELECT FROM message WHERE role = 'agent') THEN
    RAISE EXCEPTION 'there are messages of agents, which older versions of Parley cannot read';
  END IF;
END $$;
ALTER TABLE message FORCE ROW LEVEL SECURITY;
ALTER TABLE message DROP COLUMN author_id;
ALTER TABLE message DROP CONSTRAINT message_role_check;
ALTER TABLE message ADD CONSTRAINT message_role_check CHECK (role IN ('user', 'assistant'));
ALTER TABLE turn DROP COLUMN answerer_epoch;
ALTER TABLE conversation DROP COLUMN last_happening;
ALTER TABLE conversation DROP COLUMN answerer_epoch;
