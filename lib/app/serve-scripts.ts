/** What content scripts may ask: names on a page, facts for its badges, reports, the scripts that come later. */
import { isSectorId } from '../domain/detect/sectors.ts';
import type { IdentityRule } from '../domain/detect/types.ts';
import type { ProjectReport } from '../domain/signal.ts';
import { numberOf } from '../domain/watch/row.ts';
import type { BadgeFacts, CallRequest, CallResult, PageAnswer } from '../protocol.ts';
import { fail, ok, type Result } from '../result.ts';
import type { BrowserSide, Sender, Some } from './serve.ts';
import type { Services } from './services.ts';
import { countText } from './surfaces.ts';

function factsOf(report: ProjectReport): BadgeFacts {
  return {
    projectId: report.projectId,
    name: report.name,
    codeVerdict: report.code.verdict,
    roadmapVerdict: report.roadmap.verdict,
    activeDevelopers: numberOf(report, 'active-developers'),
    drawdown: numberOf(report, 'drawdown'),
    asOf: report.code.asOf ?? report.roadmap.asOf,
  };
}

/** Whether a host or one of its parents is switched off. */
export function isOff(host: string, offSites: readonly string[]): boolean {
  return offSites.some((off) => host === off || host.endsWith(`.${off}`));
}

/** Rules under which an address is the project's own. */
const OWN_SITE: ReadonlySet<string> = new Set(['own-domain', 'shared-host-path'] satisfies IdentityRule[]);

/** Puts a script into the sender's frame. */
type Inject = (file: string, sender: Sender) => Promise<Result<null>>;

function injector({ env }: Services, side: BrowserSide): Inject {
  return async (file, sender) => {
    if (sender.tabId === null) return fail('cancelled', env.now(), { detail: 'the sender has no tab' });
    try {
      await side.inject(sender.tabId, sender.frameId ?? 0, file);
      return ok(null);
    } catch (error) {
      // The tab was closed or navigated meanwhile.
      return fail('cancelled', env.now(), { detail: String(error).slice(0, 200) });
    }
  };
}

const reportsFor = (services: Services, sender: Sender) =>
  sender.private ? services.privateReports : services.reports;

/** Names of a page by its address and keys, without what the reader muted or switched off. */
async function lookUp(
  services: Services,
  inject: Inject,
  { url, keys }: CallRequest<'page.lookup'>,
  sender: Sender,
): Promise<CallResult<'page.lookup'>> {
  const settings = await services.settings.get();
  const nothing: PageAnswer = {
    show: false,
    identity: null,
    lookAlike: null,
    names: [],
    muted: [],
    maxBadges: settings.maxBadges,
  };
  if (URL.canParse(url) && isOff(new URL(url).hostname, settings.offSites)) return ok(nothing);
  const known = await services.projects.known();
  if (!known.ok) return known;
  const { identity, lookAlike, names } = known.value.lookup.answer(url, keys);
  const muted = await services.corrections.at(url);
  const isMuted = (id: string) => muted.includes(id);
  const shown = identity && !isMuted(identity.projectId) ? identity : null;
  const left = names.filter((entry) => !isMuted(entry.projectId));
  const show = shown !== null || lookAlike !== null || left.length > 0;
  // On the project's own site its roadmap may be open; what it says is read there, on the device, and never of a private window.
  if (shown && OWN_SITE.has(shown.rule) && !sender.private) void inject('/own-site.js', sender);
  return ok({ show, identity: shown, lookAlike, names: left, muted, maxBadges: settings.maxBadges });
}

/** Names on a page, and the scripts that come when there are some. */
function scriptCalls(
  services: Services,
  side: BrowserSide,
  inject: Inject,
): Some<'page.lookup' | 'overlay.inject' | 'card.inject' | 'overlay.init' | 'page.count' | 'page.open'> {
  return {
    'page.lookup': (request, sender) => lookUp(services, inject, request, sender),
    'overlay.inject': (_, sender) => inject('/overlay.js', sender),
    'card.inject': (_, sender) => inject('/card.js', sender),
    'overlay.init': async () => {
      const settings = await services.settings.get();
      return ok({ ...side.words(settings.language), settings });
    },
    'page.count': async ({ projectIds }, sender) => {
      if (sender.tabId === null) return ok(null);
      // Asked of the tab, not remembered: the background may have been asleep, and frames go without a word.
      const shown = new Set([...projectIds, ...(await side.shownIn(sender.tabId))]);
      const count = [...shown].filter((id) => !isSectorId(id)).length;
      const { toolbarCount } = await services.settings.get();
      await side.toolbar(sender.tabId, toolbarCount ? countText(count) : '');
      return ok(null);
    },
    'page.open': async ({ projectId }, sender) => {
      await side.openProject(projectId, sender.private);
      return ok(null);
    },
  };
}

/** Reports and what badges show of them. */
function reportCalls(services: Services, side: BrowserSide): Some<'badge.facts' | 'report.known' | 'report.live'> {
  return {
    'badge.facts': async ({ projectIds }, sender) => {
      const { language } = await services.settings.get();
      const facts: BadgeFacts[] = [];
      for (const id of projectIds) {
        const report = await reportsFor(services, sender).known(id);
        if (!report.ok) continue;
        const [baseline] = report.value.baselines;
        const words = isSectorId(id) ? side.sectorWords(language, id, baseline) : {};
        facts.push({ ...factsOf(report.value), ...words });
      }
      return ok(facts);
    },
    'report.known': ({ projectId }, sender) => reportsFor(services, sender).known(projectId),
    'report.live': async ({ projectId, reason }, sender) => {
      if (!sender.private && reason !== 'watch' && !isSectorId(projectId)) await services.recent.note(projectId);
      const report = await reportsFor(services, sender).live(projectId, reason);
      if (report.ok && !sender.private) {
        await services.watchlist.observe(report.value);
        side.changed('report', projectId);
      }
      return report;
    },
  };
}

/** The roadmap page of a project’s own site, when the reader has it open. */
function roadmapCalls(services: Services, side: BrowserSide, inject: Inject): Some<'roadmap.inject' | 'roadmap.visit'> {
  return {
    // Nothing is kept of a private window, so nothing need be read there.
    'roadmap.inject': async (_, sender) => (sender.private ? ok(null) : inject('/roadmap-page.js', sender)),
    'roadmap.visit': async ({ projectId, url, items }, sender) => {
      if (sender.private) return ok({ kept: false });
      const project = await services.projects.find(projectId);
      if (!project.ok) return project;
      const kept = await services.roadmap.visit(project.value, { url, items });
      if (kept.ok && kept.value.kept) side.changed('report', projectId);
      return kept;
    },
  };
}

/** All that a content script may ask. */
export function pageCalls(services: Services, side: BrowserSide) {
  const inject = injector(services, side);
  return {
    ...scriptCalls(services, side, inject),
    ...reportCalls(services, side),
    ...roadmapCalls(services, side, inject),
  };
}
