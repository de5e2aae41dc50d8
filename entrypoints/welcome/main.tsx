import { startPage } from '../kit/page.tsx';
import { WelcomeApp } from './WelcomeApp.tsx';

void startPage(WelcomeApp, 'welcome.title');
