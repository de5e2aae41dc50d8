/** The card's script: comes into a page when its badges stand and the browser is idle. Wiring only. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../../components/components.css?inline';
import { offerCard } from '../overlay/card-slot.ts';
import { createCard } from './card-view.tsx';

export default defineUnlistedScript(() => offerCard({ css, createCard }));
