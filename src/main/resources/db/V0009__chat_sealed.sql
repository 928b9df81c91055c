-- Rows whose texts are sealed (SEAL_MESSAGES). A mark beside the text and not in it: what somebody
-- writes must not look sealed.
ALTER TABLE conversation ADD COLUMN sealed boolean NOT NULL DEFAULT false;
ALTER TABLE message ADD COLUMN sealed boolean NOT NULL DEFAULT false;
ALTER TABLE turn_log ADD COLUMN sealed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN conversation.sealed IS 'the title';
COMMENT ON COLUMN message.sealed IS 'text, citations and problem';
COMMENT ON COLUMN turn_log.sealed IS 'the events';

-- Clients may put into their key what the question says, so only its hash is stored from now on.
ALTER TABLE turn NO FORCE ROW LEVEL SECURITY;
UPDATE turn SET idempotency_key = NULL WHERE idempotency_key IS NOT NULL AND state <> 'running';
ALTER TABLE turn FORCE ROW LEVEL SECURITY;
COMMENT ON COLUMN turn.idempotency_key IS 'hash of the conversation and the client''s key';
