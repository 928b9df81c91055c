-- Who answers in a conversation: Parley, or a person. The epoch grows with each change of hands, and
-- what was begun in an older one is not written any more.
ALTER TABLE conversation ADD COLUMN answerer_epoch bigint NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN last_happening int NOT NULL DEFAULT 0;
ALTER TABLE turn ADD COLUMN answerer_epoch bigint NOT NULL DEFAULT 0;

-- What people say who took a conversation over.
ALTER TABLE message DROP CONSTRAINT message_role_check;
ALTER TABLE message ADD CONSTRAINT message_role_check CHECK (role IN ('user', 'assistant', 'agent'));
ALTER TABLE message ADD COLUMN author_id uuid;
COMMENT ON COLUMN message.author_id IS 'the person who said it, of the role agent';

CREATE TABLE handover (
  workspace_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  state           text        NOT NULL CHECK (state IN ('open', 'claimed', 'closed')),
  outcome         text        CHECK (outcome IN ('given_back', 'resolved', 'withdrawn')),
  epoch           bigint      NOT NULL,
  asked_by        text        NOT NULL CHECK (asked_by IN ('user', 'tool', 'rule', 'agent')),
  channel         text        NOT NULL CHECK (channel IN ('web', 'api')),
  agent_id        uuid,
  reason          text        NOT NULL,
  page            text        NOT NULL,
  sealed          boolean     NOT NULL,
  seen            int         NOT NULL DEFAULT 0,
  created_at      timestamptz NOT NULL,
  updated_at      timestamptz NOT NULL,
  claimed_at      timestamptz,
  closed_at       timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE,
  CHECK ((state = 'closed') = (outcome IS NOT NULL))
);
COMMENT ON COLUMN handover.sealed IS 'reason and page';
COMMENT ON COLUMN handover.seen IS 'the last happening that the agent has looked at';
-- A conversation is in the hands of one person at a time.
CREATE UNIQUE INDEX handover_active ON handover (workspace_id, conversation_id)
  WHERE state <> 'closed';
CREATE INDEX handover_recent ON handover (workspace_id, updated_at DESC, id DESC);
CREATE INDEX handover_conversation ON handover (workspace_id, conversation_id, created_at);

-- What happened in conversations that were handed over, in the order in which it did: `seq` is
-- dense within a conversation, `mark` grows over all of them.
CREATE TABLE happening (
  workspace_id    uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  seq             int         NOT NULL,
  mark            bigint      NOT NULL,
  kind            text        NOT NULL CHECK (kind IN
                  ('asked', 'claimed', 'queued', 'given_back', 'resolved', 'withdrawn', 'said',
                   'noted')),
  person_id       uuid,
  message_id      uuid,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, seq),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE INDEX happening_mark ON happening (mark);

-- What agents tell each other of a conversation; nobody else reads it.
CREATE TABLE handover_note (
  workspace_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  author_id       uuid,
  text            text        NOT NULL,
  sealed          boolean     NOT NULL,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE INDEX handover_note_conversation ON handover_note (workspace_id, conversation_id, created_at);

CREATE TABLE canned_reply (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  shortcut     text        NOT NULL CHECK (length(shortcut) BETWEEN 1 AND 40),
  text         text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, shortcut)
);

-- Who looks at a conversation now, and who types. Lives for seconds and may be lost.
CREATE UNLOGGED TABLE presence (
  workspace_id    uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  side            text        NOT NULL CHECK (side IN ('user', 'agent')),
  person_id       uuid        NOT NULL,
  typing_until    timestamptz NOT NULL,
  until           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, conversation_id, side, person_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY
    ARRAY['handover', 'happening', 'handover_note', 'canned_reply', 'presence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
END $$;
-- Replicas follow what happens in every workspace, count what waits, and forget who has gone.
CREATE POLICY happening_follow ON happening FOR SELECT
  USING (current_setting('parley.workspace') = '*');
CREATE POLICY handover_count ON handover FOR SELECT
  USING (current_setting('parley.workspace') = '*');
CREATE POLICY presence_follow ON presence USING (current_setting('parley.workspace') = '*');
