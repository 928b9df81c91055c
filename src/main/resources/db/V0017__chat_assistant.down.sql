ALTER TABLE turn DROP COLUMN assistant_version;
ALTER TABLE turn DROP COLUMN assistant_id;
ALTER TABLE conversation DROP COLUMN assistant_id;
ALTER TABLE assistant DROP CONSTRAINT assistant_live;
DROP TABLE assistant_version;
DROP TABLE assistant;
