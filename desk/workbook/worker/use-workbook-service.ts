import { createWorkbookService, type WorkbookService, type WorkerLike } from './workbook-service.ts';

let service: WorkbookService | null = null;

/** One worker for the page's life: a workbook outlives the screen it was opened on. */
export function useWorkbookService(): WorkbookService {
  service ??= createWorkbookService(
    () => new Worker(new URL('./workbook-worker.ts', import.meta.url), { type: 'module' }) as unknown as WorkerLike,
  );
  return service;
}
