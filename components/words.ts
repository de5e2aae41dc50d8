/** The words and the time that all components share: given once at the top, not handed through every level. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { CoreMessages } from '../lib/i18n/en.ts';
import type { I18n } from '../lib/i18n.ts';

export interface Words {
  i18n: I18n<CoreMessages>;
  /** Unix ms; ages are told from here. */
  now: number;
}

export const WordsContext = createContext<Words | null>(null);

/** The words of the interface. Only below a `WordsContext.Provider`. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('useWords outside WordsContext');
  return words;
}
