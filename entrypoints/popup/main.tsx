import { startPage } from '../kit/page.tsx';
import { PopupApp } from './PopupApp.tsx';

void startPage(PopupApp, 'popup.title');
