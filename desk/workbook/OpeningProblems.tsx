import type { ReactNode } from 'react';
import { ErrorMessage } from '../../ui/components/ErrorMessage.tsx';
import { explain } from '../../ui/components/explain.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import type { Opening } from './use-open-files.ts';

/** Which of the chosen files can't be read, why, and what to do. */
export function OpeningProblems({ opening: { problems, error } }: { opening: Opening }): ReactNode {
  const { t } = useLanguage();
  return (
    <>
      {error !== null && <ErrorMessage explanation={explain(error, t)} />}
      {problems.map((problem) => (
        <ErrorMessage
          key={problem.data.file}
          explanation={{ what: problem.data.file, todo: t(`findings:${problem.code}`, { ...problem.data }) }}
        />
      ))}
    </>
  );
}
