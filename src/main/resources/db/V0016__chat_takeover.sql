-- A turn whose owner has died is begun anew by another replica, for the one who asked.
ALTER TABLE turn ADD COLUMN asked_by text;
ALTER TABLE turn ADD COLUMN cancel_requested boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN turn.asked_by IS 'the caller as JSON; null for turns that cannot be begun anew';
COMMENT ON COLUMN turn.cancel_requested IS 'said to a replica that is not the owner';
CREATE INDEX turn_owner ON turn (lease_owner) WHERE state = 'running';
