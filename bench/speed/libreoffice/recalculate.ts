import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from '../../median.ts';

export interface Recalculation {
  readonly ms: number;
  /** What the formulas counted, in A1 and A2 of the sheet Counts. */
  readonly counts: readonly [number, number];
}

/** LibreOffice's program; null where it isn't installed: the bench may use it, nothing may need it. */
export function findLibreOffice(): string | null {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/Applications/LibreOffice.app/Contents/MacOS',
    'C:\\Program Files\\LibreOffice\\program',
  ];
  const names = process.platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice'];
  const programs = folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return programs.find((program) => existsSync(program)) ?? null;
}

const runs = 4;

/**
 * How long LibreOffice takes to calculate all formulas of a workbook: the median of three runs after one that warms up, timed
 * inside the program by a macro. Starting it and opening the file don't count. The user's own profile isn't touched.
 * @throws Error when LibreOffice doesn't do what it is asked
 */
export function recalculate(program: string, workbook: Uint8Array): Recalculation {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    const [source, report] = [join(folder, 'formulas.xlsx'), join(folder, 'report.txt')];
    writeFileSync(source, workbook);
    const office = (...args: string[]) => start(program, join(folder, 'profile'), args);
    office('--terminate_after_init');
    installMacro(join(folder, 'profile'));
    office(`macro:///Standard.Recalculation.Measure("${pathToFileURL(source)}","${report}",${runs})`);
    return readReport(report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(program: string, profile: string, args: readonly string[]): void {
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore', '--nologo'];
  const { error } = spawnSync(program, [...options, ...args], { stdio: 'ignore', timeout: 600_000 });
  if (error) throw error;
}

/** Macros of the profile's own library run without asking; the first start has made its folder. */
function installMacro(profile: string): void {
  const library = join(profile, 'user', 'basic', 'Standard');
  for (const file of ['script.xlb', 'Recalculation.xba'])
    copyFileSync(join(import.meta.dirname, file), join(library, file));
}

function readReport(file: string): Recalculation {
  if (!existsSync(file)) throw new Error('LibreOffice ended without running the macro');
  const lines = readFileSync(file, 'utf8').trim().split(/\s+/).map(Number);
  const [first = Number.NaN, second = Number.NaN] = lines.slice(runs);
  return { ms: median(lines.slice(1, runs)), counts: [first, second] };
}
