/** The first page a reader meets: what it is for, shown on a sample with real figures, before it asks for anything. */
import { useState } from 'preact/hooks';
import { Mark } from '../../components/Mark.tsx';
import { ProjectCard } from '../../components/ProjectCard.tsx';
import { GrantButtons } from '../kit/GrantButtons.tsx';
import { Nav } from '../kit/Nav.tsx';
import { useCall, usePage } from '../kit/page.tsx';

/** A project whose figures the bundled snapshot holds: the sample needs no request. */
const SAMPLE = 'lido';

const nothing = () => undefined;
const CALLBACKS = { onWatch: nothing, onDetails: nothing, onMute: nothing, onSiteOff: nothing, onClose: nothing };

/** What the sample shows, in the order in which a reader meets it. */
function Steps() {
  const { i18n } = usePage();
  return (
    <ol class="steps">
      <li>
        <span>
          <Mark kind="code" verdict="steady" /> <Mark kind="roadmap" verdict="slipping" />{' '}
          {i18n.t('welcome.step.marks')}
        </span>
      </li>
      <li>{i18n.t('welcome.step.card')}</li>
      <li>{i18n.t('welcome.step.rows')}</li>
      <li>{i18n.t('welcome.step.watch')}</li>
    </ol>
  );
}

function Sample() {
  const { i18n } = usePage();
  const { value: report, failure } = useCall('report.known', { projectId: SAMPLE });
  return (
    <section class="sheet sample">
      <div>
        <figure>
          <blockquote>
            <p>
              {i18n.t('welcome.sample.before')}{' '}
              <span class="sample-name">
                <bdi>{report?.name ?? 'Lido'}</bdi>
                <span class="sample-marks" aria-hidden="true">
                  <Mark kind="code" verdict={report?.code.verdict ?? 'not checked'} />
                  <Mark kind="roadmap" verdict={report?.roadmap.verdict ?? 'not checked'} />
                </span>
              </span>{' '}
              {i18n.t('welcome.sample.after')}
            </p>
          </blockquote>
          <Steps />
          <figcaption class="muted small-print">
            {i18n.t(report?.code.source === 'snapshot' ? 'welcome.sample.caption' : 'welcome.sample.live')}
          </figcaption>
        </figure>
        <Promises />
      </div>
      <div class="sample-card" inert>
        <ProjectCard
          projectId={SAMPLE}
          name="Lido"
          reason={{ kind: 'mention', text: 'Lido', evidence: [] }}
          report={report}
          failure={failure}
          titleId="sample-title"
          on={CALLBACKS}
        />
      </div>
    </section>
  );
}

function Promises() {
  const { i18n } = usePage();
  return (
    <>
      <h2>{i18n.t('welcome.promises')}</h2>
      <ul class="promises">
        <li>{i18n.t('welcome.promise.local')}</li>
        <li>{i18n.t('welcome.promise.ask')}</li>
        <li>{i18n.t('welcome.promise.log')}</li>
        <li>{i18n.t('welcome.promise.facts')}</li>
      </ul>
    </>
  );
}

function Grants() {
  const { i18n } = usePage();
  const [given, setGiven] = useState<boolean | null>(null);
  return (
    <section class="sheet grants-ask">
      <h2>{i18n.t('welcome.grants')}</h2>
      <p>{i18n.t('welcome.grants.body')}</p>
      <GrantButtons onAnswer={setGiven} />
      <p role="status" class="muted">
        {given !== null && i18n.t(given ? 'popup.granted' : 'popup.declined')}
      </p>
    </section>
  );
}

export function WelcomeApp() {
  const { i18n } = usePage();
  return (
    <div class="page">
      <Nav here="welcome" />
      <main class="welcome">
        <header>
          <h1>{i18n.t('welcome.title')}</h1>
          <p class="lead">{i18n.t('welcome.lead')}</p>
        </header>
        <Sample />
        <Grants />
      </main>
    </div>
  );
}
