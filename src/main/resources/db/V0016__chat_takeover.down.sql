DROP INDEX turn_owner;
ALTER TABLE turn DROP COLUMN cancel_requested;
ALTER TABLE turn DROP COLUMN asked_by;
