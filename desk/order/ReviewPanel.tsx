import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CircleHintRegular,
  DismissCircleRegular,
  type FluentIcon,
  SignatureRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { OrderView } from '../../core/wire/order-views.ts';
import { describeReason } from '../../locales/describe-review.ts';
import { formatMoment } from '../../ui/language/format.ts';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';
import { useDesk } from '../session/desk-context.ts';
import { CustomerQuestions } from './CustomerQuestions.tsx';
import { LateMark } from './LateMark.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalS },
  step: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  icon: { fontSize: '20px', lineHeight: 1 },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  aspect: { fontWeight: tokens.fontWeightSemibold },
  faint: { color: tokens.colorNeutralForeground3 },
  words: { overflowWrap: 'anywhere' },
  open: { color: tokens.colorBrandForeground1 },
  agreed: { color: tokens.colorStatusSuccessForeground1 },
  objected: { color: tokens.colorStatusDangerForeground1 },
  waiting: { color: tokens.colorNeutralForeground3 },
});

type Review = NonNullable<OrderView['review']>;
type Step = Review['steps'][number];

/** The icon says the same as the word beside it: no status by colour alone. */
const icons: Readonly<Record<Step['status'], FluentIcon>> = {
  waiting: CircleHintRegular,
  open: SignatureRegular,
  objected: DismissCircleRegular,
  agreed: CheckmarkCircleRegular,
};

/** Who must sign, why and until when, who did and what was said; what the customer was asked. Stage by stage. */
export function ReviewPanel({ review }: { review: Review | undefined }): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  if (review === undefined) return null;
  const steps = review.steps.toSorted((a, b) => a.stage - b.stage);
  return (
    <Section title={t('desk:review.title')}>
      <ol className={styles.list}>
        {steps.map((step) => (
          <ReviewStep key={step.id} step={step} />
        ))}
      </ol>
      <CustomerQuestions questions={review.questions} />
    </Section>
  );
}

function ReviewStep({ step }: { step: Step }): ReactNode {
  const { t, locale } = useLanguage();
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  const { aspect, status, reasons, who, due, isLate } = step;
  const Icon = icons[status];
  const roles = who.map((role) => t(`terms:role.${role}`)).join(t('screens:list-separator'));
  return (
    <li className={styles.step}>
      <Icon aria-hidden className={mergeClasses(styles.icon, styles[status])} />
      <div>
        <div className={styles.line}>
          <Text className={styles.aspect}>{t(`review:aspect.${aspect}`)}</Text>
          <Text className={styles[status]}>{t(`desk:review.${status}`)}</Text>
          {due !== undefined && (
            <Text className={styles.faint}>{t('desk:review.due', { when: formatMoment(due, timeZone, locale) })}</Text>
          )}
          {isLate && <LateMark />}
        </div>
        <Text block className={styles.words}>
          {reasons.map((reason) => describeReason(reason, t, locale)).join(locale === 'en' ? ' ' : '')}
        </Text>
        {status !== 'agreed' && (
          <Text block className={styles.faint}>
            {t('desk:review.who', { roles })}
          </Text>
        )}
        {step.signed && <Signature signed={step.signed} />}
      </div>
    </li>
  );
}

function Signature({ signed }: { signed: NonNullable<Step['signed']> }): ReactNode {
  const { t, locale } = useLanguage();
  const { timeZone } = useDesk().me;
  const styles = useStyles();
  const { verdict, role, at, by, statement, reason } = signed;
  const words = [...new Set([statement, reason])].filter(Boolean).join(' · ');
  const roleName = t(`terms:role.${role}`);
  const signature = t('desk:review.signed', {
    verdict: t(`review:verdict.${verdict}`),
    // People of a sample company are named by their roles.
    who: by === roleName ? by : t('desk:review.in-role', { name: by, role: roleName }),
    when: formatMoment(at, timeZone, locale),
  });
  return (
    <Text block className={styles.words}>
      {words ? t('desk:timeline.because', { what: signature, reason: words }) : signature}
    </Text>
  );
}
