CREATE SEQUENCE event_seq;
CREATE TABLE event (id bigint PRIMARY KEY DEFAULT nextval('event_seq'), text text NOT NULL);
COMMENT ON TABLE event IS 'append-only: what happened';
