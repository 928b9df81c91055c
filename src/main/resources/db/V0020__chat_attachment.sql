-- Images that people show in a conversation. The same one may belong to several messages: a question
-- that is asked in other words shows what it showed before.
CREATE TABLE attachment (
  workspace_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  name            text        NOT NULL,
  media_type      text        NOT NULL,
  bytes           int         NOT NULL,
  content         text        NOT NULL,
  sealed          boolean     NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
COMMENT ON COLUMN attachment.content IS 'Base64, as models take it';
COMMENT ON COLUMN attachment.sealed IS 'content and name';
CREATE INDEX attachment_conversation ON attachment (workspace_id, conversation_id, created_at);

CREATE TABLE message_attachment (
  workspace_id  uuid NOT NULL,
  message_id    uuid NOT NULL,
  attachment_id uuid NOT NULL,
  position      int  NOT NULL,
  PRIMARY KEY (workspace_id, message_id, attachment_id),
  FOREIGN KEY (workspace_id, message_id) REFERENCES message ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, attachment_id) REFERENCES attachment ON DELETE CASCADE
);
CREATE INDEX message_attachment_attachment ON message_attachment (workspace_id, attachment_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['attachment', 'message_attachment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
END $$;
