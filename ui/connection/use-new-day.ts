import { useEffect, useRef } from 'react';
import { browserPage } from './live/live.ts';
import { type CompanyDay, onNewDay } from './new-day.ts';

/** Asks again which day it is whenever the page is looked at, and when a day ends while it is. @param day null = nobody is signed in */
export function useNewDay(day: CompanyDay | null, ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  const { today, timeZone } = day ?? {};
  useEffect(() => {
    if (today === undefined || timeZone === undefined) return;
    const askAgain = () => latest.current();
    const ends = [
      onNewDay({ today, timeZone }, askAgain),
      browserPage.onChange(() => browserPage.isSeen() && askAgain()),
    ];
    window.addEventListener('focus', askAgain);
    return () => {
      for (const end of ends) end();
      window.removeEventListener('focus', askAgain);
    };
  }, [today, timeZone]);
}
