/** Frames places of a page's text on request: boxes in an element of our own above the page; no node of the page is touched. */
import { type Run, rangeOf } from './runs.ts';

export interface Place {
  block: number;
  start: number;
  end: number;
  /** Shape of the frame: solid or dashed, so that two groups are told apart without colour. */
  group: 'trading' | 'building';
}

const TAG = 'roadmark-lens';
/** Above page content, below nothing that matters: the boxes take no pointer and hold no text. */
const STYLE = `:host{all:initial;position:absolute;inset-block-start:0;left:0;width:0;height:0;z-index:2147483000;pointer-events:none}
i{position:absolute;box-sizing:border-box;border-radius:3px;pointer-events:none}
.trading{border:2px dashed #b4530a;background:rgb(180 83 10/.1)}
.building{border:2px solid #0a7d78;background:rgb(10 125 120/.1)}`;

/** Draws the frames and keeps them in place on resize; returns how to take them away. */
export function showPlaces(document: Document, runs: readonly Run[], places: readonly Place[]): () => void {
  for (const old of document.querySelectorAll(TAG)) old.remove();
  const view = document.defaultView;
  if (!view || places.length === 0) return () => {};
  const host = document.createElement(TAG);
  host.setAttribute('aria-hidden', 'true');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const layer = document.createElement('div');
  shadow.append(style, layer);
  document.documentElement.append(host);
  const draw = () => {
    // Read all rectangles first, then write: one layout.
    const origin = host.getBoundingClientRect();
    const boxes = places.flatMap((place) => {
      const run = runs[place.block];
      const range = run && rangeOf(run, place.start, place.end);
      return range ? [...range.getClientRects()].map((rect) => ({ rect, group: place.group })) : [];
    });
    layer.replaceChildren(
      ...boxes.map(({ rect, group }) => {
        const box = document.createElement('i');
        box.className = group;
        Object.assign(box.style, {
          left: `${rect.left - origin.left - 2}px`,
          top: `${rect.top - origin.top - 1}px`,
          width: `${rect.width + 4}px`,
          height: `${rect.height + 2}px`,
        });
        return box;
      }),
    );
  };
  draw();
  const resized = new view.ResizeObserver(draw);
  resized.observe(document.documentElement);
  return () => {
    resized.disconnect();
    host.remove();
  };
}
