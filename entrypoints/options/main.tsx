import { startPage } from '../kit/page.tsx';
import { OptionsApp } from './OptionsApp.tsx';

void startPage(OptionsApp, 'options.title');
