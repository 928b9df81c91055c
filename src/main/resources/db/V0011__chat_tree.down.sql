DROP TABLE share_setting;
DROP TABLE share;
DROP TABLE feedback;
DROP TABLE message_summary;
DROP INDEX message_children;
ALTER TABLE conversation DROP COLUMN archived_at;
ALTER TABLE conversation DROP COLUMN active_leaf_id;
