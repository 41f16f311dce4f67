import cli from './cli.json' with { type: 'json' };
import desk from './desk.json' with { type: 'json' };
import documents from './documents.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import functions from './functions.json' with { type: 'json' };
import policy from './policy.json' with { type: 'json' };
import problems from './problems.json' with { type: 'json' };
import records from './records.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import scenario from './scenario.json' with { type: 'json' };
import screens from './screens.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

export default {
  cli,
  desk,
  documents,
  findings,
  functions,
  policy,
  problems,
  records,
  refusals,
  review,
  scenario,
  screens,
  terms,
};
