-- The last line of defence behind a decision: of no goods more is promised than there are.

-- A lot on hand or an inbound of the stock book in force. `nth` 0 of a stock is none of them: what orders take of it beyond
-- everything it has. `shortfall` is so much of that as nobody promised (the count fell, goods left on their own): an exception to
-- be listed, that leaves no room for a promise.
CREATE TABLE sources (
  -- The name that the stock book lists the goods under.
  stock_key text    COLLATE "C" NOT NULL,
  nth       integer NOT NULL CHECK (nth >= 0),
  -- "2026-12-01"; null = on hand.
  arrives   text    COLLATE "C",
  warehouse text,
  batch     text,
  -- As quantities are compared in; null = nobody says.
  unit      text,
  quantity  numeric NOT NULL CHECK (quantity >= 0),
  allocated numeric NOT NULL CHECK (allocated >= 0),
  shortfall numeric NOT NULL CHECK (shortfall >= 0),
  PRIMARY KEY (stock_key, nth),
  CONSTRAINT sources_not_oversold CHECK (allocated <= quantity + shortfall)
);
CREATE INDEX sources_short ON sources (stock_key) WHERE shortfall > 0;

-- Which orders take how much of each. `allocated` is their sum.
CREATE TABLE allocations (
  order_number text    COLLATE "C" NOT NULL,
  stock_key    text    COLLATE "C" NOT NULL,
  nth          integer NOT NULL,
  quantity     numeric NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_number, stock_key, nth),
  FOREIGN KEY (stock_key, nth) REFERENCES sources
);
CREATE INDEX allocations_of_source ON allocations (stock_key, nth);

-- Of which books the sources are; 0 = of none. Others than those in force: they are made anew before they are looked at.
CREATE TABLE sources_of (
  sole   boolean PRIMARY KEY DEFAULT true CHECK (sole),
  prices integer NOT NULL,
  stock  integer NOT NULL
);
INSERT INTO sources_of (prices, stock) VALUES (0, 0);
