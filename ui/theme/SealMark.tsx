import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  seal: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: '30px',
    height: '30px',
    borderRadius: '5px',
    color: '#fff',
    // Cinnabar, the colour of a seal's ink, in light and dark alike.
    backgroundColor: '#b3322a',
    fontSize: '13px',
    lineHeight: 1,
    fontWeight: 600,
  },
});

/** The product's mark: a seal. */
export function SealMark(): ReactNode {
  return (
    <span className={useStyles().seal} lang="zh-Hans" aria-hidden>
      回签
    </span>
  );
}
