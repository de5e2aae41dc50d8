import { startPage } from '../kit/page.tsx';
import { SidePanelApp } from './SidePanelApp.tsx';

void startPage(SidePanelApp, 'lens.title');
