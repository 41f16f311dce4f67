-- Everything a company's records are found by. Texts that come from outside stand as JSON writes them (key-text.ts):
-- PostgreSQL takes neither NUL nor half of a surrogate pair. COLLATE "C": by code, on every machine the same.

-- Where a decision stands among all decisions of the company. Drawn while every lock it needs is held, so that of two
-- decisions that touch the same the later one has the higher position.
CREATE SEQUENCE positions;

CREATE TABLE events (
  kind     text    COLLATE "C" NOT NULL,
  number   text    COLLATE "C" NOT NULL,
  version  integer NOT NULL CHECK (version > 0),
  -- Exactly as JSON.stringify gave it: its chain is of these very values.
  event    text    NOT NULL,
  -- Its link of the record's chain.
  hash     text    NOT NULL,
  position bigint  NOT NULL,
  PRIMARY KEY (kind, number, version)
);
CREATE INDEX events_by_position ON events (position);

CREATE FUNCTION keep_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER events_are_kept BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION keep_events();
CREATE TRIGGER events_stay BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION keep_events();

CREATE TABLE records (
  kind      text    COLLATE "C" NOT NULL,
  number    text    COLLATE "C" NOT NULL,
  version   integer NOT NULL,
  customer  text    COLLATE "C",
  -- How many of its first events were kept before chains were.
  adopted   integer NOT NULL DEFAULT 0,
  -- Locks that a change of it needs, as of its last change (transact/lock-names.ts): a hint, so that most decisions run once.
  footprint text[]  NOT NULL,
  position  bigint  NOT NULL,
  PRIMARY KEY (kind, number)
);
CREATE INDEX records_by_customer ON records (customer, kind) WHERE customer IS NOT NULL;

-- Which orders a record points at.
CREATE TABLE record_orders (
  order_number text COLLATE "C" NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  number       text COLLATE "C" NOT NULL,
  PRIMARY KEY (order_number, kind, number)
);
CREATE INDEX record_orders_by_record ON record_orders (kind, number);

-- Other names a record bears; it keeps them for ever.
CREATE TABLE record_names (
  kind   text COLLATE "C" NOT NULL,
  name   text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, name)
);

-- The worklists' catalogue: what follows from an order and the shipments that point at it.
CREATE TABLE orders (
  number    text    COLLATE "C" PRIMARY KEY,
  -- Its number so that comparing texts compares orders by age.
  age       text    COLLATE "C" NOT NULL,
  order_key text    COLLATE "C" NOT NULL,
  status    text    COLLATE "C" NOT NULL,
  month     text    COLLATE "C" NOT NULL,
  search    text    COLLATE "C" NOT NULL,
  -- Nothing moves its goods any more.
  over      boolean NOT NULL
);
CREATE UNIQUE INDEX orders_by_age ON orders (age);
CREATE INDEX orders_by_status ON orders (status, age);
CREATE INDEX orders_by_month ON orders (month, age);
CREATE INDEX orders_by_key ON orders (order_key, age);
CREATE INDEX orders_not_over ON orders (age) WHERE NOT over;

-- The months something happened to an order in, or was promised or due in.
CREATE TABLE order_months (
  month        text COLLATE "C" NOT NULL,
  order_number text COLLATE "C" NOT NULL,
  PRIMARY KEY (month, order_number)
);
CREATE INDEX order_months_by_order ON order_months (order_number);

-- What orders take from the stock book. Goods that left count until the goods are counted anew, whenever that is published.
CREATE TABLE demand (
  item_code    text    COLLATE "C" NOT NULL,
  -- The code in full: a very long one is looked up by its hash.
  item         text    NOT NULL,
  order_number text    COLLATE "C" NOT NULL,
  held         boolean NOT NULL,
  -- When the last of them left; null = none did.
  left_at      text    COLLATE "C",
  PRIMARY KEY (item_code, order_number)
);
CREATE INDEX demand_by_order ON demand (order_number);
CREATE INDEX demand_held ON demand (item_code, order_number) WHERE held;
CREATE INDEX demand_left_of_item ON demand (item_code, left_at) WHERE left_at IS NOT NULL;
CREATE INDEX demand_left ON demand (left_at, item_code) WHERE left_at IS NOT NULL;

-- The highest number used in each series.
CREATE TABLE series (
  name text   COLLATE "C" PRIMARY KEY,
  last bigint NOT NULL CHECK (last > 0)
);

-- What was answered under a request key; kept for ever.
CREATE TABLE answers (
  request_key text   COLLATE "C" PRIMARY KEY,
  answer      text   NOT NULL,
  position    bigint NOT NULL
);

CREATE TABLE books (
  kind     text    COLLATE "C" NOT NULL,
  version  integer NOT NULL CHECK (version > 0),
  -- The published book with its content, as JSON.
  book     text    NOT NULL,
  position bigint  NOT NULL,
  PRIMARY KEY (kind, version)
);
