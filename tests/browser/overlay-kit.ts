/** A page, an overlay on it and a background that answers from the sample report; for the overlay's tests in a real browser. */
import componentsCss from '../../components/components.css?inline';
import marksCss from '../../components/marks.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { startCardSide } from '../../entrypoints/card/card-side.ts';
import frameCss from '../../entrypoints/card/frame.css?inline';
import type { Background } from '../../entrypoints/overlay/background.ts';
import { offerCard } from '../../entrypoints/overlay/card-slot.ts';
import overlayCss from '../../entrypoints/overlay/overlay.css?inline';
import { type Session, startSession } from '../../entrypoints/overlay/session.ts';
import type { ProjectReport } from '../../lib/domain/signal.ts';
import { coreCatalogues } from '../../lib/i18n/catalogues.ts';
import type { Language } from '../../lib/i18n.ts';
import type { Mention, PageFindings } from '../../lib/page/types.ts';
import type { Settings } from '../../lib/protocol.ts';
import { NOW, sampleReport } from '../components/sample-report.ts';

const SETTINGS: Settings = {
  language: 'auto',
  theme: 'light',
  badgeDensity: 'first',
  badgeStyle: 'colour',
  maxBadges: 25,
  cardDelayMs: 60,
  offSites: [],
  notices: false,
  quiet: true,
  quietFrom: 1320,
  quietTo: 480,
  toolbarCount: true,
};

export interface Kit {
  session: Session;
  /** The shadow tree, closed to the page; the tests see it because they watch its making. */
  shadow(): ShadowRoot;
  badges(): HTMLButtonElement[];
  badge(projectId: string): HTMLButtonElement;
  card(): HTMLElement;
  isOpen(): boolean;
  calls: { name: string; request: unknown }[];
  ended(): boolean;
  kill(): void;
  findings(extra?: Partial<PageFindings>): void;
}

let made: ShadowRoot | null = null;
let mode: ShadowRootMode | null = null;
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (this: Element, init: ShadowRootInit) {
  const shadow = attach.call(this, init);
  if (this.localName === 'roadmark-overlay') {
    made = shadow;
    mode = init.mode;
  }
  return shadow;
};
export const shadowMode = () => mode;

/** First place of each name in the page's text. */
export function mentionsOf(names: string[], root: Node = document.body): Mention[] {
  return names.flatMap((name) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(name);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + name.length);
      return [{ key: name, projectId: name.toLowerCase(), text: name, range, score: 5, needs: 0, evidence: [] }];
    }
    return [];
  });
}

export interface KitOptions {
  language?: Language;
  settings?: Partial<Settings>;
  names?: string[];
  report?: (projectId: string) => ProjectReport;
  findings?: Partial<PageFindings>;
}

let running: Kit | null = null;
export function stop(): void {
  running?.session.destroy();
  running = null;
  document.body.replaceChildren();
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('dir');
}

/** Puts `html` into the page and an overlay over it. */
export function start(html: string, options: KitOptions = {}): Kit {
  stop();
  document.body.innerHTML = html;
  document.body.style.cssText = 'margin:0;font:16px/1.5 sans-serif';
  const names = options.names ?? ['Uniswap', 'Aave', 'Lido'];
  const calls: Kit['calls'] = [];
  let alive = true;
  let ended = false;
  const reportOf = options.report ?? ((projectId: string) => sampleReport({ projectId, name: projectId }));
  const answers: Record<string, (request: never) => unknown> = {
    'badge.facts': ({ projectIds }: { projectIds: string[] }) =>
      projectIds.map((projectId) => ({
        projectId,
        name: projectId.charAt(0).toUpperCase() + projectId.slice(1),
        codeVerdict: 'steady',
        roadmapVerdict: 'slipping',
        activeDevelopers: 12,
        drawdown: 0.31,
        asOf: NOW,
      })),
    'report.known': ({ projectId }: { projectId: string }) => reportOf(projectId),
    'report.live': ({ projectId }: { projectId: string }) => reportOf(projectId),
    'watch.set': ({ watched }: { watched: boolean }) => ({ watched }),
    'card.inject': () => {
      setTimeout(() => offerCard({ css: tokensCss + componentsCss + frameCss, start: startCardSide }));
      return null;
    },
  };
  const background: Background = {
    isAlive: () => alive,
    follow: () => () => {},
    async call(name, request) {
      calls.push({ name, request });
      return { ok: true, value: (answers[name] as ((r: unknown) => unknown) | undefined)?.(request) ?? null } as never;
    },
  };
  const language = options.language ?? 'en';
  const session = startSession({
    page: document,
    css: marksCss + overlayCss,
    background,
    reader: { wordsIn: () => new Map() },
    language,
    strings: coreCatalogues[language],
    settings: { ...SETTINGS, ...options.settings },
    now: () => NOW,
    onEnd: () => {
      ended = true;
    },
  });
  const shadow = () => made as ShadowRoot;
  const badges = () => [...shadow().querySelectorAll<HTMLButtonElement>('.rm-badge:not([hidden])')];
  const card = () => shadow().querySelector('[role="dialog"]') as HTMLElement;
  const kit: Kit = {
    session,
    shadow,
    badges,
    badge: (id) => badges().find((one) => one.dataset.project === id) as HTMLButtonElement,
    card,
    isOpen: () => card().matches(':popover-open'),
    calls,
    ended: () => ended,
    kill: () => {
      alive = false;
    },
    findings: (extra) => session.onFindings({ identity: null, lookAlike: null, mentions: mentionsOf(names), ...extra }),
  };
  kit.findings(options.findings);
  running = kit;
  return kit;
}
