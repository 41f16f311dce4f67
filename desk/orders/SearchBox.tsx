import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../ui/language/LanguageProvider.tsx';

const useStyles = makeStyles({
  place: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  box: { width: '100%', maxWidth: '440px' },
});
const pauseMs = 200;

/** "/" comes here from anywhere on the page; asks when the typing pauses. */
export function SearchBox(props: { value: string; onSearch: (text: string) => void }): ReactNode {
  const { value, onSearch } = props;
  const { t } = useLanguage();
  const styles = useStyles();
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className={styles.place}>
      <Input
        input={{ ref: input }}
        className={styles.box}
        type="search"
        contentBefore={<SearchRegular />}
        value={text}
        placeholder={t('desk:orders.search')}
        aria-keyshortcuts="/"
        onChange={(_, data) => setText(data.value)}
      />
    </div>
  );
}
