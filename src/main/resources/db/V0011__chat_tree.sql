-- Messages form a tree; a conversation knows the end of the branch that is shown.
ALTER TABLE conversation ADD COLUMN active_leaf_id uuid;
ALTER TABLE conversation ADD COLUMN archived_at timestamptz;
CREATE INDEX message_children ON message (workspace_id, parent_id, created_at, id);

ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE message NO FORCE ROW LEVEL SECURITY;
UPDATE conversation c SET active_leaf_id = (
  SELECT m.id FROM message m
  WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id
  ORDER BY m.created_at DESC, m.id DESC LIMIT 1);
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
ALTER TABLE message FORCE ROW LEVEL SECURITY;

-- What was said from the first message of a branch to this one, in short.
CREATE TABLE message_summary (
  workspace_id uuid        NOT NULL,
  message_id   uuid        NOT NULL,
  text         text        NOT NULL,
  sealed       boolean     NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, message_id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES message ON DELETE CASCADE
);

-- What the owner of a conversation thinks of an answer.
CREATE TABLE feedback (
  workspace_id uuid        NOT NULL,
  message_id   uuid        NOT NULL,
  rating       text        NOT NULL CHECK (rating IN ('up', 'down')),
  reason       text        CHECK (reason IN
               ('wrong', 'incomplete', 'unsupported', 'unclear', 'off_topic', 'unsafe', 'other')),
  text         text        NOT NULL,
  sealed       boolean     NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, message_id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES message ON DELETE CASCADE
);
CREATE INDEX feedback_recent ON feedback (workspace_id, rating, updated_at DESC, message_id DESC);

-- A branch as it was at a moment, for whoever has the link. Of its token only the hash is kept.
CREATE TABLE share (
  workspace_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  token_hash      text        NOT NULL,
  title           text        NOT NULL,
  content         text        NOT NULL,
  sealed          boolean     NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE UNIQUE INDEX share_token ON share (token_hash);
CREATE INDEX share_conversation ON share (workspace_id, conversation_id, created_at);

-- How conversations of a workspace may be shared; without a row, with its own people only.
CREATE TABLE share_setting (
  workspace_id uuid    NOT NULL REFERENCES workspace,
  public       boolean NOT NULL,
  PRIMARY KEY (workspace_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY
    ARRAY['message_summary', 'feedback', 'share', 'share_setting'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
END $$;
-- Who opens a link says no workspace.
CREATE POLICY share_lookup ON share FOR SELECT USING (current_setting('parley.workspace') = '*');
CREATE POLICY share_setting_lookup ON share_setting FOR SELECT
  USING (current_setting('parley.workspace') = '*');
