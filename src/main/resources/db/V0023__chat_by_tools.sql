-- An answer that rests on what a tool said needs no document.
ALTER TABLE turn ADD COLUMN by_tools boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN turn.by_tools IS 'whether a tool other than the search gave the answer something';
