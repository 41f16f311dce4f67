-- What was damaged already where the company came from, and so isn't here; whoever repairs it finds it by its old name.
CREATE TABLE lost (
  document text COLLATE "C" PRIMARY KEY,
  problem  text NOT NULL
);
