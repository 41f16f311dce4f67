import { Argument, Command } from 'commander';
import type { CommonOptions } from './terminal.ts';
import { localeFor, localeOption, print } from './terminal.ts';

const scenarioNames = ['office-day'] as const;
type ScenarioName = (typeof scenarioNames)[number];

/** `scenario NAME`: an office at work, through the same server and HTTP interface everybody uses; prints what happened as a story. */
export const scenarioCommand = () =>
  new Command('scenario')
    .description('run a scripted office through the HTTP interface, role by role, and print its story')
    .addArgument(new Argument('<name>', 'which story').choices(scenarioNames))
    .addOption(localeOption())
    .action(scenario);

async function scenario(name: ScenarioName, options: CommonOptions): Promise<void> {
  // Loaded here only: no other command needs the server and the stories.
  const [{ playScenario }, { scenarios }] = await Promise.all([
    import('./scenarios/play-scenario.ts'),
    import('./scenarios/scenarios.ts'),
  ]);
  await playScenario(scenarios[name], { locale: localeFor(options), print });
}
