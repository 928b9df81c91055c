-- Assistants: what a workspace makes of a model for one purpose. What an assistant is stands in its
-- versions, which never change; one of them is live.
CREATE TABLE assistant (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  slug         text        NOT NULL CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  live_version int,
  created_at   timestamptz NOT NULL,
  changed_at   timestamptz NOT NULL,
  archived_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, slug)
);
COMMENT ON COLUMN assistant.slug IS 'the one called default answers where nobody chose one';

CREATE TABLE assistant_version (
  workspace_id uuid        NOT NULL,
  assistant_id uuid        NOT NULL,
  version      int         NOT NULL CHECK (version >= 1),
  definition   text        NOT NULL,
  note         text        NOT NULL,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (workspace_id, assistant_id, version),
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES assistant ON DELETE CASCADE
);
COMMENT ON COLUMN assistant_version.published_at IS 'when it went live last; null when it never did';
ALTER TABLE assistant ADD CONSTRAINT assistant_live
  FOREIGN KEY (workspace_id, id, live_version) REFERENCES assistant_version;

-- A new key is checked against what is there, which belongs to every workspace.
ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE turn NO FORCE ROW LEVEL SECURITY;
ALTER TABLE conversation ADD COLUMN assistant_id uuid;
ALTER TABLE conversation ADD CONSTRAINT conversation_assistant
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES assistant;
COMMENT ON COLUMN conversation.assistant_id IS 'null for the default one';

-- Old versions are forgotten while their answers are kept, so that there is no key for the version.
ALTER TABLE turn ADD COLUMN assistant_id uuid;
ALTER TABLE turn ADD COLUMN assistant_version int;
ALTER TABLE turn ADD CONSTRAINT turn_assistant
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES assistant;
ALTER TABLE turn ADD CONSTRAINT turn_assistant_whole
  CHECK ((assistant_id IS NULL) = (assistant_version IS NULL));
COMMENT ON COLUMN turn.assistant_version IS 'which version answers, from the beginning to the end';
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
ALTER TABLE turn FORCE ROW LEVEL SECURITY;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['assistant', 'assistant_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
    -- Replicas keep what is live in all workspaces in memory: they read it as '*'.
    EXECUTE format(
      'CREATE POLICY %I ON %I FOR SELECT USING (current_setting(''parley.workspace'') = ''*'')',
      t || '_memory', t);
  END LOOP;
END $$;
