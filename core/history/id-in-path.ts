/** The number or name that a document bears in its path: "orders/2026-11/SO-202611-00042.json" → "SO-202611-00042". */
export const idInPath = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '');
