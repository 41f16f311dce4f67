import { Button, Field as Labelled, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import type { ComponentType, ReactNode } from 'react';
import { useLanguage } from '../../../ui/language/LanguageProvider.tsx';
import { fieldText } from '../words.ts';
import { emptyDraft, itemsIn } from './draft.ts';
import type { Shape } from './field.ts';
import type { InputProps } from './input-props.ts';
import { useSurroundings } from './surroundings.ts';

const useStyles = makeStyles({
  entries: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) max-content',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
  add: { alignSelf: 'flex-start' },
});

type ListProps = InputProps & { shape: Extract<Shape, { type: 'list' }>; Entry: ComponentType<InputProps> };

/** As many entries as there are to say, each asked for by `Entry`; what must hold one keeps one. */
export function ListInput(props: ListProps): ReactNode {
  const { field, path, draft, onChange, shape, Entry } = props;
  const { t } = useLanguage();
  const { problems } = useSurroundings();
  const styles = useStyles();
  const items = itemsIn(draft);
  const problem = problems.get(path);
  const name = fieldText(field.name, t);
  return (
    <Labelled
      label={name}
      required={shape.isRequired}
      {...(problem !== undefined && { validationState: 'error', validationMessage: problem })}
    >
      <div className={styles.entries}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name but their place; their fields hold no state
          <div key={index} className={styles.entry}>
            <div>
              <Entry
                field={{ ...field, isRequired: true, shape: shape.item }}
                path={`${path}.${index}`}
                draft={item}
                onChange={(changed) => onChange(items.with(index, changed))}
              />
            </div>
            {(items.length > 1 || !shape.isRequired) && (
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={`${t('records:remove')} ${name} ${index + 1}`}
                onClick={() => onChange(items.toSpliced(index, 1))}
              />
            )}
          </div>
        ))}
        <Button
          className={styles.add}
          size="small"
          icon={<AddRegular />}
          onClick={() => onChange([...items, emptyDraft(shape.item)])}
        >
          {t('records:add', { what: name })}
        </Button>
      </div>
    </Labelled>
  );
}
