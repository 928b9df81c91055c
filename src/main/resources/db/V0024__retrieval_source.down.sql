ALTER TABLE ingest_job DROP COLUMN priority;
DROP TABLE source_job;
DROP TABLE source_item;
DROP TABLE source_event;
DROP TABLE source_run;
DROP TABLE knowledge_source;
