/** Draws public/icon/*.png from the two SVG files beside this program: `node lib/tools/icons/build.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** Toolbar at 1× and 2×, extension list, install dialog and store. */
const SIZES = [16, 32, 48, 96, 128];
/** Up to this size the small drawing is sharper. */
const SMALL_UP_TO = 32;

for (const size of SIZES) {
  const file = size <= SMALL_UP_TO ? 'icon-small.svg' : 'icon.svg';
  const svg = readFileSync(join(import.meta.dirname, file), 'utf8');
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(join(ROOT, 'public', 'icon', `${size}.png`), png);
}
