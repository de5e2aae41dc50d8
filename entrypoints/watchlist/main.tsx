import { startPage } from '../kit/page.tsx';
import { WatchlistApp } from './WatchlistApp.tsx';

void startPage(WatchlistApp, 'watch.title');
