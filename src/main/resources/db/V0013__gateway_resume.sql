ALTER TABLE model_route ADD COLUMN resume boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN model_route.resume IS
  'whether a stream that broke off is gone on with by another attempt that says the same';
