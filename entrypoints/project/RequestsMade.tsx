/** The requests that this project cost, newest first, out of the log of all requests. */
import type { RequestLogRow } from '../../lib/protocol.ts';
import { useCall, usePage } from '../kit/page.tsx';

/** Rows of the log that are looked through: all that is kept. */
const LOG_ROWS = 1_000;
const SHOWN = 50;

export function RequestTable({ rows }: { rows: RequestLogRow[] }) {
  const { i18n } = usePage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll-y" tabIndex={0} aria-label={i18n.t('project.requests')}>
      <table class="plain log" aria-label={i18n.t('project.requests')}>
        <thead>
          <tr>
            <th scope="col">{i18n.t('log.at')}</th>
            <th scope="col">{i18n.t('log.address')}</th>
            <th scope="col">{i18n.t('log.purpose')}</th>
            <th scope="col">{i18n.t('log.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.id}>
              <td>
                {i18n.date(r.at)} {i18n.time(r.at)}
              </td>
              <td class="address" dir="ltr">
                {r.host}
                {r.path}
              </td>
              <td>{i18n.maybe(`purpose.${r.purpose.replaceAll(' ', '-')}`) ?? r.purpose}</td>
              <td>{r.status ?? (r.failure === null ? '–' : (i18n.maybe(`failure.${r.failure}`) ?? r.failure))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function RequestsMade({ projectId }: { projectId: string }) {
  const { i18n } = usePage();
  const log = useCall('requests.list', { limit: LOG_ROWS }, ['report']);
  const rows = (log.value ?? []).filter((r) => r.projectId === projectId).slice(0, SHOWN);
  return (
    <section class="sheet" id="requests">
      <h2>{i18n.t('project.requests')}</h2>
      {rows.length === 0 ? <p class="muted">{i18n.t('project.requests.none')}</p> : <RequestTable rows={rows} />}
    </section>
  );
}
