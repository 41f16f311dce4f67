import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderCompanies } from '../../../server/store/embedded/folder-companies.ts';
import { companiesContract } from './companies-contract.ts';

companiesContract('folders', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-companies-'));
  return {
    server: async (clock) => new FolderCompanies(join(folder, 'companies'), clock),
    servers: 1,
    discard: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
});
