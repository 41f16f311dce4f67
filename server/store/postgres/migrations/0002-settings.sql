-- Settings, people and files of a company. Bodies are json and not jsonb: it takes whatever text JSON can write.

CREATE TABLE profile (
  sole boolean PRIMARY KEY DEFAULT true CHECK (sole),
  body json    NOT NULL
);

-- Every version that was in force.
CREATE TABLE policy_versions (
  version integer PRIMARY KEY CHECK (version > 0),
  body    json    NOT NULL
);

CREATE TABLE accounts (
  id       text   COLLATE "C" PRIMARY KEY,
  -- They are listed as they came.
  position bigint GENERATED ALWAYS AS IDENTITY,
  body     json   NOT NULL
);

-- By the hash of each; the token itself is nowhere.
CREATE TABLE tokens (
  hash       text        COLLATE "C" PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  body       json        NOT NULL
);
CREATE INDEX tokens_by_expiry ON tokens (expires_at);

-- The one place that says who somebody in the records is; his row goes with him. By its likeness (a hash) he is found when
-- he is named again.
CREATE TABLE people (
  key      text COLLATE "C" PRIMARY KEY,
  salt     text NOT NULL,
  likeness text COLLATE "C" NOT NULL UNIQUE,
  body     json NOT NULL
);

-- By the hash of their bytes.
CREATE TABLE files (
  sha256 text    COLLATE "C" PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size   integer NOT NULL CHECK (size >= 0)
);
CREATE TABLE file_chunks (
  sha256 text    COLLATE "C" NOT NULL REFERENCES files,
  nth    integer NOT NULL CHECK (nth >= 0),
  bytes  bytea   NOT NULL,
  PRIMARY KEY (sha256, nth)
);
-- PDFs and pictures are compressed already.
ALTER TABLE file_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
