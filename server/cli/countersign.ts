import { Command, CommanderError } from 'commander';
import { localeOf } from '../../core/policy/locale.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { archiveCommand } from './archive.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { certCommand } from './cert.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { failureOf } from './failure.ts';
import { fsckCommand } from './fsck.ts';
import { lettersCommand } from './letters.ts';
import { manifestCommand } from './manifest.ts';
import { migrateCommand } from './migrate.ts';
import { policyCommand } from './policy.ts';
import { postCommand } from './post.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { scenarioCommand } from './scenario.ts';
import { serveCommand } from './serve.ts';
import { exit, printJson, say, textsFor } from './terminal.ts';
import { userCommand } from './user.ts';
import { workCommand } from './work.ts';

/** `countersign …`: everything headless, for scripts and the curious (docs/guide/command-line.md). */
const program = new Command('countersign')
  .description('回签 Countersign: checks order sheets, follows orders, prints the letters the customer signs')
  .version(packageJson.version)
  .exitOverride()
  .showHelpAfterError();
const commands = [
  checkCommand,
  postCommand,
  lettersCommand,
  reportCommand,
  archiveCommand,
  userCommand,
  policyCommand,
  serveCommand,
  workCommand,
  demoCommand,
  scenarioCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  migrateCommand,
  auditCommand,
  fsckCommand,
  certCommand,
  manifestCommand,
];
for (const command of commands) program.addCommand(command().exitOverride());

const asked = (option: string): string | undefined => process.argv[process.argv.indexOf(option) + 1 || Infinity];

// Whoever reads us may have seen enough (`| head`): that is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// The edge: faults are caught here, once. What has words is said in them; anything else shows where it came from.
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = end(error);
}

function end(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exit.usage;
  const locale = asked('--locale');
  const failure = failureOf(error, textsFor(locale ? { locale: localeOf(locale) } : {}));
  if (failure === null) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exit.fault;
  }
  if (process.argv.includes('--json')) printJson({ problem: { message: failure.message, ...failure.problem } });
  else say(failure.message);
  return failure.code;
}
