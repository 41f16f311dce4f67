import cli from './cli.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import functions from './functions.json' with { type: 'json' };
import policy from './policy.json' with { type: 'json' };
import records from './records.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import scenario from './scenario.json' with { type: 'json' };
import screens from './screens.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

export default { cli, documents, findings, functions, policy, records, refusals, review, scenario, screens, terms };
