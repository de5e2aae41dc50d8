import { startPage } from '../kit/page.tsx';
import { ProjectApp } from './ProjectApp.tsx';

void startPage(ProjectApp, 'project.title');
