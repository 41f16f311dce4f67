-- What who works with the shared tables may do with each; nothing else. `worker` stands for the role.
GRANT SELECT ON migrations, companies TO worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO worker;
