/** What every page of the extension starts with: settings, language, theme, and a render that follows their changes. */
import { type ComponentType, createContext, render } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { WordsContext } from '../../components/words.ts';
import { catalogues, type PageMessages } from '../../lib/i18n/pages/index.ts';
import { createI18n, directionOf, type I18n, type Language, pickLanguage } from '../../lib/i18n.ts';
import type { CallName, CallRequest, Settings } from '../../lib/protocol.ts';
import type { Failure, Result } from '../../lib/result.ts';
import { type ChangedPart, call, onChanged } from './client.ts';

export interface PageContext {
  i18n: I18n<PageMessages>;
  settings: Settings;
  /** Changes settings of record; every open page follows. */
  patchSettings(patch: Partial<Settings>): Promise<void>;
}

const Context = createContext<PageContext | null>(null);

/** The page's words and settings. Only inside `startPage`. */
export function usePage(): PageContext {
  const context = useContext(Context);
  if (!context) throw new Error('usePage outside startPage');
  return context;
}

function dress(language: Language, tag: string, theme: Settings['theme']): void {
  const root = document.documentElement;
  root.lang = tag;
  root.dir = directionOf(language);
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

function Page({ app: App, first }: { app: ComponentType; first: Settings }) {
  const [settings, setSettings] = useState(first);
  useEffect(
    () =>
      onChanged(async (part) => {
        if (part !== 'settings') return;
        const fresh = await call('settings.get', null);
        if (fresh.ok) setSettings(fresh.value);
      }),
    [],
  );
  const language = pickLanguage(settings.language, navigator.languages);
  const i18n = createI18n(language, catalogues[language]);
  dress(language, i18n.tag, settings.theme);
  async function patchSettings(patch: Partial<Settings>) {
    const saved = await call('settings.patch', patch);
    if (saved.ok) setSettings(saved.value);
  }
  return (
    <Context.Provider value={{ i18n, settings, patchSettings }}>
      <WordsContext.Provider value={{ i18n, now: Date.now() }}>
        <App />
      </WordsContext.Provider>
    </Context.Provider>
  );
}

/** What a page shows until the settings of record are read, and where they can't be. */
const FALLBACK: Settings = {
  language: 'auto',
  theme: 'auto',
  badgeDensity: 'first',
  badgeStyle: 'colour',
  maxBadges: 25,
  cardDelayMs: 500,
  offSites: [],
  notices: false,
  quiet: true,
  quietFrom: 1320,
  quietTo: 480,
  toolbarCount: true,
};

/** Renders `app` into #app once the settings are known; without a background it still opens, with defaults. */
export async function startPage(app: ComponentType, title: keyof PageMessages & string): Promise<void> {
  const answer = await call('settings.get', null);
  const settings = answer.ok ? answer.value : FALLBACK;
  const language = pickLanguage(settings.language, navigator.languages);
  document.title = `${createI18n(language, catalogues[language]).maybe(title) ?? ''} · Roadmark`;
  const host = document.getElementById('app');
  if (host) render(<Page app={app} first={settings} />, host);
}

export interface Loaded<T> {
  value: T | null;
  failure: Failure | null;
  loading: boolean;
  reload(): Promise<void>;
}

/** Asks the background once and again on `reload` or when one of `parts` changes; older values stay while it asks. */
export function useCall<N extends CallName>(name: N, request: CallRequest<N>, parts: ChangedPart[] = []) {
  type Value = Extract<Awaited<ReturnType<typeof call<N>>>, { ok: true }>['value'];
  const [state, setState] = useState<{ value: Value | null; failure: Failure | null; loading: boolean }>({
    value: null,
    failure: null,
    loading: true,
  });
  const key = JSON.stringify(request);
  async function reload() {
    const answer: Result<unknown> = await call(name, request);
    setState((old) =>
      answer.ok
        ? { value: answer.value as Value, failure: null, loading: false }
        : { ...old, failure: answer.failure, loading: false },
    );
  }
  useEffect(() => {
    void reload();
    return onChanged((part) => {
      if (parts.includes(part)) void reload();
    });
  }, [name, key]);
  return { ...state, reload };
}
