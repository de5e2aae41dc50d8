/** Options: each section is one question that a reader may have, with its effect at once. */
import { Nav } from '../kit/Nav.tsx';
import { usePage } from '../kit/page.tsx';
import { UndoBar, useUndo } from '../kit/UndoBar.tsx';
import { CacheSection } from './CacheSection.tsx';
import { Corrections } from './Corrections.tsx';
import { LogSection } from './LogSection.tsx';
import { Looks } from './Looks.tsx';
import { Notices } from './Notices.tsx';
import { OwnProjects } from './OwnProjects.tsx';
import { Reading } from './Reading.tsx';
import { SnapshotSection } from './SnapshotSection.tsx';
import { Sync } from './Sync.tsx';
import { TokenSection } from './TokenSection.tsx';

export function OptionsApp() {
  const { i18n } = usePage();
  const undo = useUndo();
  return (
    <div class="page">
      <Nav here="options" />
      <main>
        <h1>{i18n.t('options.title')}</h1>
        <div class="sheet options">
          <Looks />
          <Reading />
          <TokenSection />
          <Notices />
          <SnapshotSection />
          <Sync />
          <OwnProjects undo={undo} />
          <Corrections undo={undo} />
          <CacheSection />
          <LogSection />
        </div>
      </main>
      <UndoBar undo={undo} />
    </div>
  );
}
