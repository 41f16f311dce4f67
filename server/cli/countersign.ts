import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { archiveCommand } from './archive.ts';
import { certCommand } from './cert.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { doctorCommand } from './doctor.ts';
import { CommandFailure } from './failure.ts';
import { lettersCommand } from './letters.ts';
import { manifestCommand } from './manifest.ts';
import { postCommand } from './post.ts';
import { reportCommand } from './report.ts';
import { serveCommand } from './serve.ts';
import { exit, printJson, say } from './terminal.ts';

/** `countersign …`: everything headless, for scripts and the curious (design "The command line"). */
const program = new Command('countersign')
  .description('回签 Countersign: checks order sheets, follows orders, prints the letters the customer signs')
  .version(packageJson.version)
  .exitOverride()
  .showHelpAfterError();
for (const command of [
  checkCommand,
  postCommand,
  lettersCommand,
  reportCommand,
  archiveCommand,
  serveCommand,
  demoCommand,
  doctorCommand,
  certCommand,
  manifestCommand,
])
  program.addCommand(command().exitOverride());

// The edge: faults are caught here, once. A failure has its words already; anything else is a defect and shows its stack.
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : exit.usage;
  else if (error instanceof CommandFailure) {
    if (process.argv.includes('--json')) printJson({ problem: { message: error.message, ...error.problem } });
    else say(error.message);
    process.exitCode = error.code;
  } else {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exit.fault;
  }
}
