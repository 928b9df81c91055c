-- What administrators have chosen, one row for each change; the newest version of a workspace is in
-- force. `chosen` is a JSON object of what differs from the defaults.
CREATE TABLE setting_version (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  version      int         NOT NULL CHECK (version > 0),
  chosen       text        NOT NULL,
  changed_by   text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  note         text        CHECK (length(note) BETWEEN 1 AND 500),
  restored     int,
  PRIMARY KEY (workspace_id, version)
);
COMMENT ON COLUMN setting_version.restored IS 'the older version that this one repeats';

-- Who may read shared conversations is one of them now. What was chosen already is carried over.
ALTER TABLE share_setting NO FORCE ROW LEVEL SECURITY;
INSERT INTO setting_version (workspace_id, version, chosen, changed_by, changed_at)
SELECT workspace_id, 1, '{"sharing.public":true}', 'parley', now() FROM share_setting WHERE public;
DROP TABLE share_setting;

ALTER TABLE setting_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting_version FORCE ROW LEVEL SECURITY;
CREATE POLICY setting_version_workspace ON setting_version
  USING (workspace_id::text = current_setting('parley.workspace'));
-- Replicas keep the settings of all workspaces in memory: they read them as '*'.
CREATE POLICY setting_version_memory ON setting_version FOR SELECT
  USING (current_setting('parley.workspace') = '*');
