-- Where documents come from by themselves: a page, a site, a feed, an archive, a folder, a bucket.
CREATE TABLE knowledge_source (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  base_id      uuid        NOT NULL,
  name         text        NOT NULL,
  kind         text        NOT NULL
               CHECK (kind IN ('page', 'sitemap', 'site', 'feed', 'archive', 'folder', 'bucket')),
  definition   text        NOT NULL,
  every_hours  int         CHECK (every_hours BETWEEN 1 AND 8760),
  secret       text        NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL,
  created_by   text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, id),
  UNIQUE (workspace_id, base_id, name),
  FOREIGN KEY (workspace_id, base_id) REFERENCES knowledge_base ON DELETE CASCADE
);
COMMENT ON COLUMN knowledge_source.definition IS 'JSON: where it is and how far to go';
COMMENT ON COLUMN knowledge_source.secret IS 'sealed; how to sign in to a bucket';

-- Each time a source was gone through, and what came of it. The last twenty of a source are kept.
CREATE TABLE source_run (
  workspace_id uuid        NOT NULL,
  id           uuid        NOT NULL,
  source_id    uuid        NOT NULL,
  state        text        NOT NULL
               CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  started_by   text        NOT NULL,
  removes      boolean     NOT NULL,
  asked_at     timestamptz NOT NULL,
  started_at   timestamptz,
  finished_at  timestamptz,
  listed       int         NOT NULL DEFAULT 0,
  added        int         NOT NULL DEFAULT 0,
  changed      int         NOT NULL DEFAULT 0,
  unchanged    int         NOT NULL DEFAULT 0,
  removed      int         NOT NULL DEFAULT 0,
  failed       int         NOT NULL DEFAULT 0,
  skipped      int         NOT NULL DEFAULT 0,
  missing      int         NOT NULL DEFAULT 0,
  ended_by     text,
  error_code   text,
  error_detail text,
  PRIMARY KEY (workspace_id, id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES knowledge_source ON DELETE CASCADE
);
COMMENT ON COLUMN source_run.removes IS 'whether it may forget more than half of the pages';
COMMENT ON COLUMN source_run.missing IS 'pages that were not there any more, and were kept all the same';
COMMENT ON COLUMN source_run.ended_by IS 'the limit that ended it early';
CREATE INDEX source_run_recent ON source_run (workspace_id, source_id, asked_at DESC, id DESC);

-- What a run did with each page. Those that had not changed are counted and forgotten at its end.
CREATE TABLE source_event (
  workspace_id uuid        NOT NULL,
  run_id       uuid        NOT NULL,
  item         text        NOT NULL,
  url          text        NOT NULL,
  outcome      text        NOT NULL
               CHECK (outcome IN ('added', 'changed', 'unchanged', 'removed', 'failed', 'skipped')),
  code         text        NOT NULL,
  detail       text        NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, run_id, item),
  FOREIGN KEY (workspace_id, run_id) REFERENCES source_run ON DELETE CASCADE
);

-- The pages of a source as they were when they were read last.
CREATE TABLE source_item (
  workspace_id uuid  NOT NULL,
  source_id    uuid  NOT NULL,
  item         text  NOT NULL,
  url          text  NOT NULL,
  document_id  uuid  NOT NULL,
  etag         text,
  modified     text,
  fingerprint  bytea NOT NULL,
  links        text  NOT NULL,
  PRIMARY KEY (workspace_id, source_id, item),
  FOREIGN KEY (workspace_id, source_id) REFERENCES knowledge_source ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, document_id) REFERENCES document ON DELETE CASCADE
);
CREATE INDEX source_item_document ON source_item (workspace_id, document_id);
COMMENT ON COLUMN source_item.item IS 'names it in its source: its address without what does not matter';
COMMENT ON COLUMN source_item.links IS 'addresses that it leads to, one a line';

-- When each source is due, and who is at it: whoever dies loses the lease, and somebody else goes on.
-- Read across workspaces by the replicas, so no row-level security; it holds ids only.
CREATE TABLE source_job (
  workspace_id uuid    NOT NULL,
  source_id    uuid    NOT NULL,
  due_at       timestamptz,
  run_id       uuid,
  cancelled    boolean NOT NULL DEFAULT false,
  attempts     int     NOT NULL DEFAULT 0,
  epoch        bigint  NOT NULL DEFAULT 0,
  lease_owner  text,
  lease_until  timestamptz,
  PRIMARY KEY (workspace_id, source_id),
  FOREIGN KEY (workspace_id, source_id) REFERENCES knowledge_source ON DELETE CASCADE
);
CREATE INDEX source_job_due ON source_job (due_at);

-- What a person sent goes before what was fetched by itself.
ALTER TABLE ingest_job ADD COLUMN priority smallint NOT NULL DEFAULT 0;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['source_run', 'source_event', 'source_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY %I ON %I USING (workspace_id = current_setting(''parley.workspace'')::uuid)',
      t || '_workspace', t);
  END LOOP;
END $$;

ALTER TABLE knowledge_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge_source FORCE ROW LEVEL SECURITY;
CREATE POLICY knowledge_source_workspace ON knowledge_source
  USING (workspace_id::text = current_setting('parley.workspace'));
-- Secrets of all workspaces are sealed anew when a key goes: they are read as '*'.
CREATE POLICY knowledge_source_upkeep ON knowledge_source
  FOR SELECT USING (current_setting('parley.workspace') = '*');
