import findings from './findings.json' with { type: 'json' };
import functions from './functions.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import screens from './screens.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

export default { findings, functions, refusals, review, screens, terms };
