-- Knowledge: bases hold documents, documents have versions, the current version has chunks.
CREATE TABLE knowledge_base (
  workspace_id uuid        NOT NULL REFERENCES workspace,
  id           uuid        NOT NULL,
  slug         text        NOT NULL,
  name         text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, slug)
);

-- The last number given to a change of what can be found. Its row is locked until the change
-- commits, so numbers become visible in their order and a follower never misses one.
CREATE TABLE index_change (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  last     bigint  NOT NULL
);
INSERT INTO index_change (last) VALUES (0);

CREATE TABLE document (
  workspace_id  uuid        NOT NULL,
  id            uuid        NOT NULL,
  base_id       uuid        NOT NULL,
  name          text        NOT NULL,
  title         text        NOT NULL,
  url           text,
  fetch_url     text,
  media_type    text,
  size_bytes    bigint      NOT NULL,
  content_hash  bytea,
  state         text        NOT NULL
                CHECK (state IN ('queued', 'reading', 'embedding', 'ready', 'failed', 'deleted')),
  version       int         NOT NULL DEFAULT 0,
  passages      int         NOT NULL DEFAULT 0,
  done          int         NOT NULL DEFAULT 0,
  total         int         NOT NULL DEFAULT 0,
  error_code    text,
  error_message text,
  change_number bigint      NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, base_id) REFERENCES knowledge_base
);
CREATE UNIQUE INDEX document_name ON document (workspace_id, base_id, name)
  WHERE state <> 'deleted';
CREATE INDEX document_change ON document (change_number) WHERE change_number > 0;

-- What was uploaded or fetched last, until it has become a version.
CREATE TABLE document_upload (
  workspace_id uuid  NOT NULL,
  document_id  uuid  NOT NULL,
  content      bytea NOT NULL,
  PRIMARY KEY (workspace_id, document_id),
  FOREIGN KEY (workspace_id, document_id) REFERENCES document ON DELETE CASCADE
);
ALTER TABLE document_upload ALTER COLUMN content SET STORAGE EXTERNAL;

-- Texts that citations point into. Old versions stay, so that old answers can still be checked.
CREATE TABLE document_version (
  workspace_id uuid        NOT NULL,
  document_id  uuid        NOT NULL,
  version      int         NOT NULL,
  title        text        NOT NULL,
  url          text,
  text         text        NOT NULL,
  blocks       text        NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, document_id, version),
  FOREIGN KEY (workspace_id, document_id) REFERENCES document ON DELETE CASCADE
);

-- The passages of the current version, with what search needs. start_at and end_at count code points.
CREATE TABLE chunk (
  workspace_id uuid   NOT NULL,
  document_id  uuid   NOT NULL,
  version      int    NOT NULL,
  ordinal      int    NOT NULL,
  heading_path text[] NOT NULL,
  page         int,
  anchor       text,
  start_at     int    NOT NULL,
  end_at       int    NOT NULL,
  text         text   NOT NULL,
  tokens       int    NOT NULL,
  model        text   NOT NULL,
  vector       bytea  NOT NULL,
  PRIMARY KEY (workspace_id, document_id, version, ordinal),
  FOREIGN KEY (workspace_id, document_id) REFERENCES document ON DELETE CASCADE
);

-- Work to do, with a lease: a worker that dies loses it and another one takes it. Read across
-- workspaces by the workers, so no row-level security; it holds ids only.
CREATE TABLE ingest_job (
  workspace_id uuid        NOT NULL,
  document_id  uuid        NOT NULL,
  attempts     int         NOT NULL DEFAULT 0,
  lease_owner  text,
  lease_until  timestamptz,
  not_before   timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, document_id),
  FOREIGN KEY (workspace_id, document_id) REFERENCES document ON DELETE CASCADE
);
CREATE INDEX ingest_job_due ON ingest_job (not_before);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['knowledge_base', 'document_upload', 'document_version'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id = current_setting(''parley.workspace'')::uuid)',
      t || '_workspace', t);
  END LOOP;
  -- The index of a replica follows the changes of all workspaces: it reads them as '*'.
  FOREACH t IN ARRAY ARRAY['document', 'chunk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id::text = current_setting(''parley.workspace''))',
      t || '_workspace', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I FOR SELECT USING (current_setting(''parley.workspace'') = ''*'')',
      t || '_index', t);
  END LOOP;
END $$;
