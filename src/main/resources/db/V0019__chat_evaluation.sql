-- Questions that an assistant is asked before a version goes live, and what it has to answer.
CREATE TABLE question_case (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  assistant_id uuid        NOT NULL,
  content      text        NOT NULL,
  sealed       boolean     NOT NULL,
  question_id  uuid,
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES assistant ON DELETE CASCADE
);
COMMENT ON COLUMN question_case.content IS 'JSON: the question and what is expected';
COMMENT ON COLUMN question_case.question_id IS 'the message it was made of, which may be gone';
CREATE INDEX question_case_assistant ON question_case (workspace_id, assistant_id, created_at, id);

-- Versions that were asked their cases. A run whose process died ends with its lease.
CREATE TABLE case_run (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  assistant_id uuid        NOT NULL,
  version      int         NOT NULL,
  state        text        NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'interrupted')),
  total        int         NOT NULL,
  done         int         NOT NULL DEFAULT 0,
  passed       int         NOT NULL DEFAULT 0,
  lease_until  timestamptz NOT NULL,
  started_at   timestamptz NOT NULL,
  started_by   text        NOT NULL,
  finished_at  timestamptz,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, assistant_id) REFERENCES assistant ON DELETE CASCADE
);
CREATE UNIQUE INDEX case_run_running ON case_run (workspace_id, assistant_id)
  WHERE state = 'running';
CREATE INDEX case_run_recent ON case_run (workspace_id, assistant_id, started_at DESC, id DESC);

CREATE TABLE case_result (
  workspace_id uuid    NOT NULL,
  id           uuid    NOT NULL,
  run_id       uuid    NOT NULL,
  case_id      uuid    NOT NULL,
  passed       boolean NOT NULL,
  content      text    NOT NULL,
  sealed       boolean NOT NULL,
  millis       bigint  NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, run_id, case_id),
  FOREIGN KEY (workspace_id, run_id) REFERENCES case_run ON DELETE CASCADE
);
COMMENT ON COLUMN case_result.content IS 'JSON: what was asked and answered, and what was wrong';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['question_case', 'case_run', 'case_result'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
  END LOOP;
END $$;
