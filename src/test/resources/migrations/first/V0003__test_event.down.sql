DROP TABLE event; DROP SEQUENCE event_seq;
