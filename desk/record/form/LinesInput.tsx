import { Checkbox, Field as Labelled, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ComponentType, ReactNode } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { fieldText } from '../words.ts';
import { type Draft, fieldsIn, isEmpty, itemsIn, textIn } from './draft.ts';
import type { Field, Shape } from './field.ts';
import type { GroupProps, InputProps } from './input-props.ts';
import { type LineOffered, useSurroundings } from './surroundings.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  choices: { display: 'flex', flexDirection: 'column' },
});

/** The field that names an order line, where the list has an entry for each; null = it is another list. */
export function lineFieldOf({ item }: Extract<Shape, { type: 'list' }>): Field | null {
  return item.type === 'group' ? (item.fields.find(({ name }) => name === 'line') ?? null) : null;
}

const nameOf = ({ line, name }: LineOffered): string => `${line} · ${name}`;
const isAt = (draft: Draft, { order, line }: LineOffered): boolean => {
  const { order: itsOrder, line: itsLine } = fieldsIn(draft);
  return itsLine === `${line}` && (itsOrder === undefined || itsOrder === order);
};

type LinesProps = InputProps & { shape: Extract<Shape, { type: 'list' }>; Group: ComponentType<GroupProps> };

/** Every line there is, with what is asked of it by `Group`; a line of which nothing is said isn't sent. */
export function LinesTable(props: LinesProps): ReactNode {
  const { field, path, draft, onChange, shape, Group } = props;
  const { t } = useLanguage();
  const { lines, problems } = useSurroundings();
  const styles = useStyles();
  const items = itemsIn(draft);
  const problem = problems.get(path);
  if (shape.item.type !== 'group') return null;
  const asked = shape.item.fields.filter(({ name }) => name !== 'line' && name !== 'order');
  const byOrder = shape.item.fields.some(({ name }) => name === 'order');
  const change = (offered: LineOffered, said: Draft) => {
    const at = items.findIndex((item) => isAt(item, offered));
    const isNothing = isEmpty({ type: 'group', fields: asked }, said);
    const place = { ...(byOrder && { order: offered.order }), line: `${offered.line}` };
    const entry = { ...fieldsIn(said), ...place };
    if (at === -1) onChange(isNothing ? items : [...items, entry]);
    else onChange(isNothing ? items.toSpliced(at, 1) : items.with(at, entry));
  };
  return (
    <Labelled
      label={fieldText(field.name, t)}
      required={shape.isRequired}
      {...(problem !== undefined && { validationState: 'error', validationMessage: problem })}
    >
      <div className={styles.lines}>
        {lines.map((offered) => {
          const at = items.findIndex((item) => isAt(item, offered));
          return (
            <fieldset key={`${offered.order}/${offered.line}`} className={styles.line}>
              <legend className={styles.name}>{nameOf(offered)}</legend>
              <Group
                fields={asked}
                path={`${path}.${at}`}
                draft={items[at]}
                onChange={(said) => change(offered, said)}
              />
            </fieldset>
          );
        })}
      </div>
    </Labelled>
  );
}

/** One of the order's lines, or some of them. */
export function LinesChoice(props: {
  many: boolean;
  draft: Draft | undefined;
  onChange: (draft: Draft) => void;
}): ReactNode {
  const { many, draft, onChange } = props;
  const { t } = useLanguage();
  const { lines } = useSurroundings();
  const styles = useStyles();
  const chosen = itemsIn(draft).map(textIn);
  if (!many)
    return (
      <Select value={textIn(draft)} onChange={(_, { value }) => onChange(value)}>
        <option value="">{t('records:choose')}</option>
        {lines.map((offered) => (
          <option key={offered.line} value={`${offered.line}`}>
            {nameOf(offered)}
          </option>
        ))}
      </Select>
    );
  return (
    <div className={styles.choices}>
      {lines.map((offered) => {
        const line = `${offered.line}`;
        return (
          <Checkbox
            key={line}
            label={nameOf(offered)}
            checked={chosen.includes(line)}
            onChange={(_, { checked }) =>
              onChange(checked === true ? [...chosen, line] : chosen.filter((each) => each !== line))
            }
          />
        );
      })}
    </div>
  );
}
