/** Card and strip: comes into a page when its badges stand and the browser is idle. Wiring only. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import componentsCss from '../../components/components.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { offerCard } from '../overlay/card-slot.ts';
import { createCard } from './card-view.tsx';
import frameCss from './frame.css?inline';
import { createStrip } from './strip.ts';

export default defineUnlistedScript(() =>
  offerCard({ css: tokensCss + componentsCss + frameCss, createCard, createStrip }),
);
