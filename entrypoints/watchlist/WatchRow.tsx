/** One watched project as a table row. */
import { Raw } from '../../components/Raw.tsx';
import { Sparkline } from '../../components/Sparkline.tsx';
import { Verdict } from '../../components/Verdict.tsx';
import { projectPath } from '../../lib/domain/project-path.ts';
import type { WatchRowModel } from '../../lib/domain/watch/row.ts';
import { usePage } from '../kit/page.tsx';
import { RowActions } from './RowActions.tsx';
import { AS } from './table-roles.ts';

export interface WatchRowProps {
  row: WatchRowModel;
  rowIndex: number;
  selected: boolean;
  selectable: boolean;
  onSelect(): void;
  onEdit(): void;
  onRemove(): void;
  onArchive(): void;
}

/** Short where short says the same: in Arabic it reads "within 5 months". */
const AGES = { en: 'short', ar: 'long', zh_CN: 'short' } as const;

/** Nothing known: a dash to the eye, the word to everybody else. Never 0. */
function Unknown() {
  const { i18n } = usePage();
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{i18n.t('page.unknown')}</span>
    </>
  );
}

/** A number with its raw value; unknown is an empty value. */
function Count({ id, value, words }: { id: string; value: number | null; words: (n: number) => string }) {
  return (
    <Raw class={value === null ? 'muted' : ''} id={id} value={value}>
      {value === null ? <Unknown /> : words(value)}
    </Raw>
  );
}

function ProjectCell({ row }: { row: WatchRowModel }) {
  const { i18n } = usePage();
  return (
    <th {...AS.rowHead} scope="row" class="c-project">
      <a class="name" href={projectPath(row.projectId)} title={row.name}>
        <bdi>{row.name}</bdi> {row.symbol && <span class="symbol">{row.symbol}</span>}
      </a>
      <span class="tags">
        {row.tags.map((tag) => (
          <span key={tag} class="tag">
            {tag}
          </span>
        ))}
        {row.tags.length === 0 && (
          <span class="muted">{row.sectors.map((s) => i18n.maybe(`sector.${s}`) ?? s).join(' · ')}</span>
        )}
      </span>
    </th>
  );
}

/** Age of the figures, and why there are no newer ones. */
function AgeCell({ row }: { row: WatchRowModel }) {
  const { i18n } = usePage();
  const failure = row.failure === null ? undefined : (i18n.maybe(`failure.${row.failure}`) ?? row.failure);
  return (
    <td {...AS.cell} class="c-age muted" data-label={i18n.t('watch.col.age')}>
      {row.asOf === null ? (
        <Unknown />
      ) : (
        <span title={i18n.date(row.asOf)}>{i18n.ago(row.asOf, Date.now(), AGES[i18n.language])}</span>
      )}
      {failure && (
        <span class="row-failure" title={failure}>
          {' '}
          <span aria-hidden="true">⚠</span>
          <span class="visually-hidden">{failure}</span>
        </span>
      )}
    </td>
  );
}

/** The 52-week line; a dash where there are no two weeks to draw it between. */
function Line({ values }: { values: WatchRowModel['line'] }) {
  if (values.filter((value) => value !== null).length < 2) return <Unknown />;
  return <Sparkline series={{ firstWeek: 0, developers: values, commits: [] }} width={108} height={30} />;
}

function PromiseCells({ row }: { row: WatchRowModel }) {
  const { i18n } = usePage();
  return (
    <>
      <td {...AS.cell} class="c-next" data-label={i18n.t('watch.col.next')}>
        {row.nextPromised ? (
          <time dateTime={row.nextPromised} title={row.nextTitle ?? undefined}>
            {i18n.date(row.nextPromised)}
          </time>
        ) : (
          <span class="muted">
            <Unknown />
          </span>
        )}
      </td>
      <td {...AS.cell} class="c-num c-overdue" data-label={i18n.t('watch.col.overdue')}>
        <Count id="overdue-items" value={row.overdue} words={(n) => i18n.number(n)} />
      </td>
      <td {...AS.cell} class="c-change muted">
        {row.lastChangeAt === null ? (
          <>
            <span aria-hidden="true">–</span>
            <span class="visually-hidden">{i18n.t('watch.noChange')}</span>
          </>
        ) : (
          <span title={i18n.date(row.lastChangeAt)}>{i18n.ago(row.lastChangeAt, Date.now(), AGES[i18n.language])}</span>
        )}
      </td>
    </>
  );
}

export function WatchRow(props: WatchRowProps) {
  const { row, selected } = props;
  const { i18n } = usePage();
  return (
    <tr {...AS.row} data-project={row.projectId} aria-rowindex={props.rowIndex} class={selected ? 'selected' : ''}>
      <td {...AS.cell} class="c-select">
        <label class="hit">
          <input
            type="checkbox"
            checked={selected}
            disabled={!props.selectable}
            onChange={props.onSelect}
            aria-label={`${i18n.t('watch.col.select')}: ${row.name}`}
          />
        </label>
      </td>
      <ProjectCell row={row} />
      <td {...AS.cell} class="c-code">
        <Verdict kind="code" verdict={row.codeVerdict} />
      </td>
      <td {...AS.cell} class="c-num c-active" data-label={i18n.t('watch.col.active')}>
        <Count id="active-developers" value={row.activeDevelopers} words={(n) => i18n.number(n)} />
      </td>
      <td {...AS.cell} class="c-num c-drawdown" data-label={i18n.t('watch.col.drawdown')}>
        <Count id="drawdown" value={row.drawdown} words={(n) => i18n.percent(n)} />
      </td>
      <td {...AS.cell} class="c-line">
        <Line values={row.line} />
      </td>
      <td {...AS.cell} class="c-roadmap">
        <Verdict kind="roadmap" verdict={row.roadmapVerdict} />
      </td>
      <PromiseCells row={row} />
      <AgeCell row={row} />
      <td {...AS.cell} class="c-actions">
        <RowActions {...props} />
      </td>
    </tr>
  );
}
