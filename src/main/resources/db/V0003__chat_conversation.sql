-- Conversations are trees of messages; a turn answers one question of one conversation.
CREATE TABLE conversation (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  owner_id     uuid,
  title        text        NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id)
);
CREATE INDEX conversation_recent ON conversation (workspace_id, owner_id, updated_at DESC, id DESC);

CREATE TABLE message (
  workspace_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  parent_id       uuid,
  role            text        NOT NULL CHECK (role IN ('user', 'assistant')),
  text            text        NOT NULL,
  state           text        NOT NULL
                  CHECK (state IN ('complete', 'interrupted', 'cancelled', 'failed')),
  turn_id         uuid,
  model           text,
  citations       text        NOT NULL DEFAULT '[]',
  input_tokens    bigint,
  output_tokens   bigint,
  estimated       boolean,
  problem         text,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE INDEX message_conversation ON message (workspace_id, conversation_id, created_at, id);

CREATE TABLE turn (
  workspace_id    uuid        NOT NULL,
  id              uuid        NOT NULL,
  conversation_id uuid        NOT NULL,
  question_id     uuid        NOT NULL,
  answer_id       uuid        NOT NULL,
  state           text        NOT NULL
                  CHECK (state IN ('running', 'completed', 'failed', 'cancelled')),
  attempt         int         NOT NULL DEFAULT 1,
  lease_owner     text        NOT NULL,
  lease_epoch     bigint      NOT NULL DEFAULT 1,
  lease_until     timestamptz NOT NULL,
  idempotency_key text,
  created_at      timestamptz NOT NULL,
  finished_at     timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
-- One question at a time in a conversation.
CREATE UNIQUE INDEX turn_running ON turn (workspace_id, conversation_id) WHERE state = 'running';
CREATE UNIQUE INDEX turn_idempotency ON turn (workspace_id, conversation_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX turn_expired ON turn (lease_until) WHERE state = 'running';

-- The log of a turn in segments: a row holds the events first_seq..last_seq as one JSON array.
CREATE TABLE turn_log (
  workspace_id uuid  NOT NULL,
  turn_id      uuid  NOT NULL,
  first_seq    int   NOT NULL,
  last_seq     int   NOT NULL,
  events       text  NOT NULL,
  PRIMARY KEY (workspace_id, turn_id, first_seq),
  FOREIGN KEY (workspace_id, turn_id) REFERENCES turn ON DELETE CASCADE
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['conversation', 'message', 'turn', 'turn_log'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
END $$;
-- Recovery looks for turns whose owner is gone, in every workspace.
CREATE POLICY turn_recovery ON turn FOR SELECT USING (current_setting('parley.workspace') = '*');
