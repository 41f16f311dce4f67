import type { InspectionMisfit } from '../../core/history/inspect/inspect.ts';
import type { Texts } from '../../locales/index.ts';
import type { Disagreement } from '../store/kept-companies.ts';

/** What doesn't fit, in the user's words; it begins with the record's number, where there is one. */
export function misfitIn(misfit: InspectionMisfit | Disagreement, texts: Texts): string {
  switch (misfit.code) {
    case 'chain-broken': {
      const event = misfit.type === undefined ? `${misfit.event}` : `${misfit.event} (${misfit.type})`;
      return texts(`cli:audit.misfit.${misfit.because}`, { number: misfit.number, event });
    }
    case 'numbers-missing': {
      const { from, to } = misfit;
      return texts('cli:audit.misfit.numbers-missing', { numbers: from === to ? from : `${from} … ${to}` });
    }
    case 'document-damaged':
    case 'events-impossible':
    case 'number-foreign':
      return texts(`cli:audit.misfit.${misfit.code}`, { ...misfit });
    case 'lookup-wrong': {
      const { what, kept, follows } = misfit;
      const because = kept === null ? 'lookup-missing' : follows === null ? 'lookup-stray' : 'lookup-wrong';
      return texts(`cli:fsck.misfit.${because}`, { what, kept, follows });
    }
    default:
      return texts(`cli:fsck.misfit.${misfit.code}`, { ...misfit });
  }
}
