ALTER TABLE model_route DROP COLUMN resume;
