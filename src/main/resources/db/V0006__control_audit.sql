-- The audit log: what was done to the workspace, by whom, from where. Each event carries a keyed
-- hash of itself and of the event before it, and the head says where the chain ends, so that a
-- change behind the product's back is seen. No foreign key: the log outlives what it speaks of.
CREATE TABLE audit_event (
  workspace_id uuid        NOT NULL,
  seq          bigint      NOT NULL,
  at           timestamptz NOT NULL,
  actor        text        NOT NULL,
  action       text        NOT NULL,
  target       text        NOT NULL,
  detail       jsonb       NOT NULL,
  request_id   text        NOT NULL,
  address      text        NOT NULL,
  hash         bytea       NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);
COMMENT ON TABLE audit_event IS 'append-only: the application role may read and add rows';
COMMENT ON COLUMN audit_event.seq IS 'dense from 1 in each workspace';
COMMENT ON COLUMN audit_event.hash IS 'HMAC-SHA256 of the hash before and this row';
CREATE INDEX audit_event_actor ON audit_event (workspace_id, actor, seq);
CREATE INDEX audit_event_action ON audit_event (workspace_id, action, seq);

CREATE TABLE audit_head (
  workspace_id uuid   PRIMARY KEY,
  seq          bigint NOT NULL,
  hash         bytea  NOT NULL
);
COMMENT ON TABLE audit_head IS 'the last event of each chain; its lock puts writers in a row';

-- Not even the owner of the tables changes an event by mistake.
CREATE FUNCTION audit_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are never changed or deleted' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER audit_event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION audit_event_stays();

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_event_workspace ON audit_event
  USING (workspace_id::text = current_setting('parley.workspace'));
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;
CREATE POLICY audit_head_workspace ON audit_head
  USING (workspace_id::text = current_setting('parley.workspace'));
-- The upkeep reads all heads, to note them outside the database.
CREATE POLICY audit_head_upkeep ON audit_head
  FOR SELECT USING (current_setting('parley.workspace') = '*');
