/** The projects of the page in front, in reading order, with their verdicts: popup and side panel. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Verdict } from '../../components/Verdict.tsx';
import { cleanText } from '../../lib/domain/clean-text.ts';
import { projectPath } from '../../lib/domain/project-path.ts';
import type { BadgeFacts, TabFindings } from '../../lib/protocol.ts';
import { call } from './client.ts';
import { usePage } from './page.tsx';
import { findingsOf, followPointed, framesIn, pointAt } from './tab.ts';

interface Props {
  tabId: number;
  /** The tab is in a private window. */
  isPrivate: boolean;
  /** Called after a project was chosen: the popup closes, the panel stays. */
  onChosen?(): void;
}

/** How often an open panel looks again: pages grow while they are read, and asking costs one small message. */
const LOOK_AGAIN_MS = 2_000;

export function usePageProjects(tabId: number | null): {
  findings: TabFindings | null;
  facts: Map<string, BadgeFacts>;
} {
  const [findings, setFindings] = useState<TabFindings | null>(null);
  const [facts, setFacts] = useState(new Map<string, BadgeFacts>());
  useEffect(() => {
    if (tabId === null) return;
    let current = true;
    const look = async () => {
      const found = await findingsOf(tabId);
      if (!current) return;
      setFindings(found);
      const projectIds = [...new Set(found?.projects.map((p) => p.projectId) ?? [])].filter(
        (id) => !id.startsWith('sector:'),
      );
      if (projectIds.length === 0) return;
      const answer = await call('badge.facts', { projectIds });
      if (current && answer.ok) setFacts(new Map(answer.value.map((f) => [f.projectId, f])));
    };
    void look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [tabId]);
  return { findings, facts };
}

/** Key of the mention that the reader points at in the page, null for none; its line comes into view. */
function usePointed(tabId: number, list: RefObject<HTMLOListElement | null>, lines: string[]): string | null {
  const [pointed, setPointed] = useState<string | null>(null);
  // As text: the same frames are listened to once, however often they are listed anew.
  const frames = lines.length > 0 ? framesIn(lines).join() : null;
  useEffect(
    () => (frames === null ? undefined : followPointed(tabId, frames.split(',').map(Number), setPointed)),
    [tabId, frames],
  );
  useEffect(() => {
    if (pointed !== null) list.current?.querySelector('.pointed')?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  return pointed;
}

export function PageProjects({ tabId, isPrivate, onChosen }: Props) {
  const { i18n } = usePage();
  const { findings, facts } = usePageProjects(tabId);
  const list = useRef<HTMLOListElement>(null);
  const projects = findings?.projects ?? [];
  const keys = projects.map(({ key }) => key);
  const pointed = usePointed(tabId, list, keys);
  if (projects.length === 0) return <p class="muted">{i18n.t('popup.none')}</p>;
  return (
    <ol class="page-projects" ref={list}>
      {projects.map((p) => {
        const known = facts.get(p.projectId);
        const name = cleanText(known?.name ?? i18n.maybe(`sector.${p.projectId.replace('sector:', '')}`) ?? p.text, 60);
        return (
          <li
            key={p.key}
            data-project={p.projectId}
            class={p.key === pointed ? 'pointed' : ''}
            onMouseEnter={() => pointAt(tabId, p.key, 'mark')}
            onMouseLeave={() => pointAt(tabId, p.key, 'unmark')}
            onFocusIn={() => pointAt(tabId, p.key, 'mark')}
            onFocusOut={() => pointAt(tabId, p.key, 'unmark')}
          >
            <button
              type="button"
              class="jump"
              onClick={() => {
                void pointAt(tabId, p.key, 'scroll');
                onChosen?.();
              }}
            >
              <bdi>{name}</bdi>
              {p.about && <span class="tag">{i18n.t('popup.about')}</span>}
            </button>
            {p.projectId.startsWith('sector:') && (
              <span class="page-verdicts">
                <span class="muted">{i18n.t('popup.sector')}</span>
              </span>
            )}
            {known && (
              <span class="page-verdicts">
                <Verdict kind="code" verdict={known.codeVerdict} />
                <Verdict kind="roadmap" verdict={known.roadmapVerdict} />
              </span>
            )}
            {!p.projectId.startsWith('sector:') && (
              <a
                class="more"
                href={projectPath(p.projectId, isPrivate)}
                target="_blank"
                rel="noreferrer"
                title={i18n.t('card.details')}
              >
                <span class="visually-hidden">{`${i18n.t('card.details')}: ${name}`}</span>
                <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                  <path d="M4.5 2.5L8 6l-3.5 3.5" />
                </svg>
              </a>
            )}
          </li>
        );
      })}
    </ol>
  );
}
