import { MemoryScratchpad } from '../../../server/store/embedded/memory-scratchpad.ts';
import { scratchpadContract } from './scratchpad-contract.ts';

scratchpadContract('memory', async () => ({
  async views(count, clock) {
    const scratchpad = new MemoryScratchpad(clock);
    return Array.from({ length: count }, () => scratchpad);
  },
  discard: async () => {},
}));
