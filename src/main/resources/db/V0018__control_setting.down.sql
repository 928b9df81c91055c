CREATE TABLE share_setting (
  workspace_id uuid    NOT NULL REFERENCES workspace,
  public       boolean NOT NULL,
  PRIMARY KEY (workspace_id)
);
ALTER TABLE setting_version NO FORCE ROW LEVEL SECURITY;
INSERT INTO share_setting (workspace_id, public)
SELECT DISTINCT ON (workspace_id) workspace_id,
       coalesce((chosen::jsonb ->> 'sharing.public')::boolean, false)
FROM setting_version ORDER BY workspace_id, version DESC;
ALTER TABLE share_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE share_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY share_setting_workspace ON share_setting
  USING (workspace_id::text = current_setting('parley.workspace'));
CREATE POLICY share_setting_lookup ON share_setting FOR SELECT
  USING (current_setting('parley.workspace') = '*');
DROP TABLE setting_version;
