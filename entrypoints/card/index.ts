/** Card and strip: comes into a page when its badges stand and the browser is idle. Wiring only. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import partsCss from '../../components/parts.css?inline';
import tokensCss from '../../components/tokens.css?inline';
import { offerCard } from '../overlay/card-slot.ts';
import { startCardSide } from './card-side.ts';
import frameCss from './frame.css?inline';

export default defineUnlistedScript(() => offerCard({ css: tokensCss + partsCss + frameCss, start: startCardSide }));
