DROP TABLE ingest_job;
DROP TABLE chunk;
DROP TABLE document_version;
DROP TABLE document_upload;
DROP TABLE document;
DROP TABLE index_change;
DROP TABLE knowledge_base;
