DROP FUNCTION visible_base;
DROP TABLE base_grant;
ALTER TABLE document NO FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_base NO FORCE ROW LEVEL SECURITY;
DELETE FROM document d USING knowledge_base b
WHERE b.workspace_id = d.workspace_id AND b.id = d.base_id
  AND (b.deleted_at IS NOT NULL OR b.conversation_id IS NOT NULL);
DELETE FROM knowledge_base WHERE deleted_at IS NOT NULL OR conversation_id IS NOT NULL;
DROP INDEX knowledge_base_slug_key, knowledge_base_conversation;
ALTER TABLE knowledge_base
  DROP COLUMN description, DROP COLUMN everybody, DROP COLUMN conversation_id,
  DROP COLUMN owner_id, DROP COLUMN deleted_at,
  ADD CONSTRAINT knowledge_base_workspace_id_slug_key UNIQUE (workspace_id, slug);
ALTER TABLE document FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge_base FORCE ROW LEVEL SECURITY;
