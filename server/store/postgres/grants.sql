-- What who works with the tables may do with each; nothing else. Given anew after every migration.
-- `worker` stands for the role.
GRANT USAGE ON SEQUENCE positions TO worker;
GRANT SELECT ON migrations, lost TO worker;
GRANT SELECT, INSERT ON events, answers, books TO worker;
GRANT SELECT, INSERT, UPDATE ON records, orders, series, record_names TO worker;
GRANT SELECT, INSERT, DELETE ON record_orders, order_months TO worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON demand TO worker;
GRANT SELECT, INSERT, UPDATE ON profile TO worker;
GRANT SELECT, INSERT ON policy_versions, files TO worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, tokens TO worker;
GRANT SELECT, INSERT, DELETE ON people, file_chunks TO worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON sources, allocations TO worker;
GRANT SELECT, UPDATE ON sources_of TO worker;
