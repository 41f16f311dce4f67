-- What the servers on a database share beside the companies, which have a schema each.

-- Which companies there are: one is there from the moment its row is.
CREATE TABLE companies (
  id     text    COLLATE "C" PRIMARY KEY,
  sample boolean NOT NULL
);

-- Short-lived: pairing codes, guesses at passwords. Nothing here is worth a backup.
CREATE TABLE notes (
  name    text        COLLATE "C" PRIMARY KEY,
  until   timestamptz NOT NULL,
  content json        NOT NULL
);
CREATE INDEX notes_by_end ON notes (until);
