-- Makes the product's database and its roles on an empty server: the owner, who may change the
-- tables, and the one that the product works as, which is neither owner nor superuser, so that
-- row-level security holds for it. A third role reads everything, for dumps: row-level security is
-- forced on the owner too, so its dump would be refused. May be run again. Passwords come from the environment of psql.
--
--   DB_OWNER_PASSWORD=… DB_PASSWORD=… psql -U postgres -f scripts/init-db.sql
\set ON_ERROR_STOP on
\getenv owner_password DB_OWNER_PASSWORD
\getenv password DB_PASSWORD
\getenv backup_password DB_BACKUP_PASSWORD
\getenv replication_password DB_REPLICATION_PASSWORD

SELECT 'CREATE ROLE parley LOGIN'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley') \gexec
SELECT 'CREATE ROLE parley_app LOGIN'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_app') \gexec
ALTER ROLE parley PASSWORD :'owner_password';
ALTER ROLE parley_app PASSWORD :'password';

SELECT 'CREATE DATABASE parley OWNER parley'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'parley') \gexec
REVOKE ALL ON DATABASE parley FROM PUBLIC;
GRANT CONNECT ON DATABASE parley TO parley_app;

\if :{?backup_password}
SELECT 'CREATE ROLE parley_backup LOGIN BYPASSRLS'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'parley_backup') \gexec
ALTER ROLE parley_backup PASSWORD :'backup_password';
GRANT pg_read_all_data TO parley_backup;
GRANT CONNECT ON DATABASE parley TO parley_backup;
\endif

\if :{?replication_password}
SELECT 'CREATE ROLE replicator LOGIN REPLICATION'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'replicator') \gexec
ALTER ROLE replicator PASSWORD :'replication_password';
\endif
