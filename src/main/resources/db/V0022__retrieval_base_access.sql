-- Who may read and change the documents of a base: everybody of the workspace, people of a role, or
-- named people. Administrators may do both in every base, but for those of conversations: they are
-- of one person, who is the only one to see them.
ALTER TABLE knowledge_base NO FORCE ROW LEVEL SECURITY; -- it is read below; forced again there
ALTER TABLE knowledge_base
  ADD COLUMN description     text NOT NULL DEFAULT '',
  ADD COLUMN everybody       text NOT NULL DEFAULT 'reader'
             CHECK (everybody IN ('none', 'reader', 'editor')),
  ADD COLUMN conversation_id uuid,
  ADD COLUMN owner_id        uuid,
  ADD COLUMN deleted_at      timestamptz,
  DROP CONSTRAINT knowledge_base_workspace_id_slug_key;
COMMENT ON COLUMN knowledge_base.owner_id IS 'of the conversation; null for nobody in particular';
COMMENT ON COLUMN knowledge_base.deleted_at IS
  'the row stays as long as replicas must hear that its documents are gone';
CREATE UNIQUE INDEX knowledge_base_slug_key ON knowledge_base (workspace_id, slug)
  WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX knowledge_base_conversation ON knowledge_base (workspace_id, conversation_id)
  WHERE conversation_id IS NOT NULL;

CREATE TABLE base_grant (
  workspace_id uuid NOT NULL,
  base_id      uuid NOT NULL,
  user_id      uuid,
  role         text CHECK (role IN ('agent', 'member')),
  level        text NOT NULL CHECK (level IN ('reader', 'editor')),
  CHECK (num_nonnulls(user_id, role) = 1),
  FOREIGN KEY (workspace_id, base_id) REFERENCES knowledge_base ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, user_id) REFERENCES app_user ON DELETE CASCADE
);
CREATE UNIQUE INDEX base_grant_user ON base_grant (workspace_id, base_id, user_id)
  WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX base_grant_role ON base_grant (workspace_id, base_id, role)
  WHERE role IS NOT NULL;
CREATE INDEX base_grant_of_user ON base_grant (workspace_id, user_id) WHERE user_id IS NOT NULL;

-- As it was: agents change documents.
INSERT INTO base_grant (workspace_id, base_id, role, level)
SELECT workspace_id, id, 'agent', 'editor' FROM knowledge_base;

-- Whoever adds a document holds the row of the conversation, so that it is not deleted meanwhile;
-- whoever deletes it forgets the base first.
ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY; -- the new foreign key reads it
ALTER TABLE knowledge_base
  ADD FOREIGN KEY (workspace_id, conversation_id) REFERENCES conversation;
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_base FORCE ROW LEVEL SECURITY;

ALTER TABLE base_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE base_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY base_grant_workspace ON base_grant
  USING (workspace_id::text = current_setting('parley.workspace'));

-- The bases of the workspace that somebody may read, who without a role has no more than everybody;
-- joined wherever documents are read, so that
-- what was decided holds from its commit on.
CREATE FUNCTION visible_base(everything boolean, person uuid, person_role text)
RETURNS TABLE (base_id uuid, editable boolean, conversation_id uuid)
LANGUAGE sql STABLE AS $$
  SELECT b.id,
         everything OR b.conversation_id IS NOT NULL OR b.everybody = 'editor'
           OR coalesce(g.level = 'editor', false),
         b.conversation_id
  FROM knowledge_base b
  LEFT JOIN LATERAL (
    SELECT min(one.level) AS level FROM base_grant one
    WHERE one.workspace_id = b.workspace_id AND one.base_id = b.id
      AND person_role IS NOT NULL AND (one.user_id = person OR one.role = person_role)) g ON true
  WHERE b.workspace_id = current_setting('parley.workspace')::uuid AND b.deleted_at IS NULL
    AND CASE WHEN b.conversation_id IS NULL
             THEN everything OR b.everybody <> 'none' OR g.level IS NOT NULL
             ELSE b.owner_id IS NOT DISTINCT FROM person END
$$;
