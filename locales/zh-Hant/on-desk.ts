import documents from './documents.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import records from './records.json' with { type: 'json' };
import refusals from './refusals.json' with { type: 'json' };
import review from './review.json' with { type: 'json' };
import screens from './screens.json' with { type: 'json' };
import terms from './terms.json' with { type: 'json' };

export default { documents, findings, records, refusals, review, screens, terms };
