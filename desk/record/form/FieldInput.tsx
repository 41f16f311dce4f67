import { Checkbox, Input, Field as Labelled, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { choiceText, fieldText } from '../words.ts';
import { caseOf, fieldsIn, itemsIn, textIn } from './draft.ts';
import type { Field, Shape } from './field.ts';
import type { GroupProps, InputProps } from './input-props.ts';
import { LinesChoice, LinesTable, lineFieldOf } from './LinesInput.tsx';
import { ListInput } from './ListInput.tsx';
import { useSurroundings } from './surroundings.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 200px), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
  },
  whole: { gridColumn: '1 / -1' },
  choices: { display: 'flex', flexWrap: 'wrap' },
});

/** Several fields in a row, those that need the room below each other. */
export function FieldGroup(props: GroupProps): ReactNode {
  const { fields, path, draft, onChange } = props;
  const styles = useStyles();
  const values = fieldsIn(draft);
  return (
    <div className={styles.fields}>
      {fields
        .filter(({ shape }) => shape.type !== 'known')
        .map((field) => (
          <div key={field.name} {...(isWide(field) && { className: styles.whole })}>
            <FieldInput
              field={field}
              path={path === '' ? field.name : `${path}.${field.name}`}
              draft={values[field.name]}
              onChange={(changed) => onChange({ ...values, [field.name]: changed })}
            />
          </div>
        ))}
    </div>
  );
}

const wide: readonly Shape['type'][] = ['long-text', 'group', 'list', 'variant', 'choices'];
const isWide = ({ shape }: Field): boolean => wide.includes(shape.type);

/** One field by what it asks for; what is wrong with it stands below it. */
export function FieldInput(props: InputProps): ReactNode {
  const { field, path, draft, onChange } = props;
  const { t } = useLanguage();
  const { problems } = useSurroundings();
  const { shape, name } = field;
  if (shape.type === 'variant') return <VariantInput {...props} shape={shape} />;
  if (shape.type === 'group') return <FieldGroup fields={shape.fields} path={path} draft={draft} onChange={onChange} />;
  if (shape.type === 'list') {
    if (lineFieldOf(shape) !== null) return <LinesTable {...props} shape={shape} Group={FieldGroup} />;
    if (name !== 'lines') return <ListInput {...props} shape={shape} Entry={FieldInput} />;
  }
  const problem = problems.get(path);
  return (
    <Labelled
      label={fieldText(name, t)}
      required={field.isRequired}
      {...(problem !== undefined && { validationState: 'error', validationMessage: problem })}
    >
      <Leaf {...props} />
    </Labelled>
  );
}

/** The choice, and below it what the chosen case asks for. */
function VariantInput(props: InputProps & { shape: Extract<Shape, { type: 'variant' }> }): ReactNode {
  const { shape, path, draft, onChange } = props;
  const { t } = useLanguage();
  const values = fieldsIn(draft);
  const options = shape.cases.flatMap((each) => each.options);
  return (
    <>
      <Labelled label={fieldText(shape.by, t)} required>
        <Select
          value={textIn(values[shape.by])}
          onChange={(_, { value }) => onChange({ ...values, [shape.by]: value })}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {choiceText(shape.by, option, t)}
            </option>
          ))}
        </Select>
      </Labelled>
      <FieldGroup fields={caseOf(shape, draft)} path={path} draft={draft} onChange={onChange} />
    </>
  );
}

/** A field of one value, or of some of a few. */
function Leaf({ field: { name, shape }, draft, onChange }: InputProps): ReactNode {
  const { t } = useLanguage();
  const styles = useStyles();
  const text = textIn(draft);
  if (name === 'line' || (name === 'lines' && shape.type === 'list'))
    return <LinesChoice many={name === 'lines'} draft={draft} onChange={onChange} />;
  switch (shape.type) {
    case 'long-text':
      return <Textarea value={text} rows={2} onChange={(_, { value }) => onChange(value)} />;
    case 'date':
      return <Input type="date" value={text} onChange={(_, { value }) => onChange(value)} />;
    case 'moment':
      return <Input type="datetime-local" value={text} onChange={(_, { value }) => onChange(value)} />;
    case 'decimal':
    case 'whole':
      return <Input inputMode="decimal" value={text} onChange={(_, { value }) => onChange(value)} />;
    case 'choice':
    case 'yes-no': {
      const options = shape.type === 'choice' ? shape.options.map(String) : ['yes', 'no'];
      const words = (option: string) =>
        shape.type === 'choice' ? choiceText(name, option, t) : t(`records:${option as 'yes' | 'no'}`);
      return (
        <Select value={text} onChange={(_, { value }) => onChange(value)}>
          <option value="">{t('records:choose')}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {words(option)}
            </option>
          ))}
        </Select>
      );
    }
    case 'choices': {
      const chosen = itemsIn(draft).map(textIn);
      return (
        <div className={styles.choices}>
          {shape.options.map((option) => (
            <Checkbox
              key={option}
              label={choiceText(name, option, t)}
              checked={chosen.includes(option)}
              onChange={(_, { checked }) =>
                onChange(checked === true ? [...chosen, option] : chosen.filter((each) => each !== option))
              }
            />
          ))}
        </div>
      );
    }
    default:
      return <Input value={text} onChange={(_, { value }) => onChange(value)} />;
  }
}
