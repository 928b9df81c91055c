-- Notes of one workspace each; semicolons; in comments; are fine.
CREATE TABLE note (
  workspace_id uuid NOT NULL,
  id           int  NOT NULL,
  text         text NOT NULL CHECK (length(text) < 100),
  PRIMARY KEY (workspace_id, id)
);
ALTER TABLE note ENABLE ROW LEVEL SECURITY;
ALTER TABLE note FORCE ROW LEVEL SECURITY;
CREATE POLICY note_workspace ON note
  USING (workspace_id = current_setting('parley.workspace')::uuid);
