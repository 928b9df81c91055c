DROP TABLE turn_log;
DROP TABLE turn;
DROP TABLE message;
DROP TABLE conversation;
