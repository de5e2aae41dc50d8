/** Marks cover no letter: held against what the browser paints, pixel by pixel, not against the overlay's own measure. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mentionsOf, start, stop } from './overlay-kit.ts';

afterEach(stop);

const LATIN =
  'Typography: gypsy jumping quickly, Ågypt and Çelebi judge why. Readers of Uniswap and ETH follow Polygon, Lido by day, ' +
  'gauging jollily (quoting Aave, grudgingly) what Optimism, Celestia or Arbitrum paid; people enjoyed playing by Ågy. ';
const ARABIC =
  'يتابع القراء مشروع إيثيريوم كل يوم في الشبكة، ويعج الحي بالضجيج حين يحج الناس إلى بوليغون. يقرأ القراء خبر إيثيريوم كما ' +
  'يُكتَبُ في صحيفةٍ، ويبحثون عن سولانا في الآخر بين أجج وججج. ';
const CHINESE =
  '以太坊與质押協議鬱鬱蔥蔥在去中心化金融領域的應用，讀者每天都能讀到關於波卡和以太坊的新聞，鑒於龍飛鳳舞的警覺，索拉纳的驗證者們繼續質押，灣區聯盟圖書館也在使用。';
const NAMES: Record<string, string[]> = {
  [LATIN]: ['Uniswap', 'ETH', 'Polygon', 'Lido', 'Aave', 'Optimism', 'Celestia', 'Arbitrum'],
  [ARABIC]: ['إيثيريوم', 'بوليغون', 'سولانا'],
  [CHINESE]: ['波卡', '以太坊', '索拉纳'],
};
const paragraph = (text: string, style: string) =>
  `<p style="margin:0;padding:30px 10px;width:280px;color:#000;${style}">${text}${text}</p>`;

/** Ink of the page below `boxes`: the darkest pixel that lies within one, 0 (white) to 255 (black). */
async function inkUnder(boxes: DOMRect[]): Promise<number> {
  const shot = (await page.screenshot({ element: document.body, base64: true, save: false })) as unknown as string;
  const image = new Image();
  image.src = `data:image/png;base64,${shot}`;
  await image.decode();
  const { left, top, width } = document.body.getBoundingClientRect();
  const scale = image.naturalWidth / width;
  const pen = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext(
    '2d',
  ) as OffscreenCanvasRenderingContext2D;
  pen.drawImage(image, 0, 0);
  let darkest = 0;
  for (const box of boxes) {
    // Pixels that lie wholly within.
    const [x0, y0] = [Math.ceil((box.left - left) * scale), Math.ceil((box.top - top) * scale)];
    const [x1, y1] = [Math.floor((box.right - left) * scale), Math.floor((box.bottom - top) * scale)];
    if (x1 <= x0 || y1 <= y0) continue;
    const { data } = pen.getImageData(x0, y0, x1 - x0, y1 - y0);
    for (let at = 0; at < data.length; at += 4) darkest = Math.max(darkest, 255 - (data[at] as number));
  }
  return darkest;
}

/** Marks over `html`, then the page as it is without them. */
async function look(html: string, names: string[]) {
  const kit = start(html, { names });
  const expected = mentionsOf(names).length;
  await vi.waitFor(() => expect(kit.badges()).toHaveLength(expected));
  await vi.waitFor(() => expect(kit.badges()[0]?.querySelectorAll('svg')).toHaveLength(2));
  const boxes = kit
    .badges()
    .flatMap((badge) => [...badge.querySelectorAll('svg')].map((one) => one.getBoundingClientRect()));
  document.querySelector('roadmark-overlay')?.setAttribute('style', 'display:none!important');
  kit.session.destroy();
  return { heights: boxes.map(({ height }) => height), ink: await inkUnder(boxes) };
}

/** Antialiasing: the faint edge of a letter may reach into a pixel beside it. */
const EDGE = 64;

describe('wordBox', () => {
  for (const [script, text] of Object.entries({ LATIN, ARABIC, CHINESE }))
    for (const lineHeight of [1, 1.1, 1.2, 1.5])
      for (const font of ['16px sans-serif', '17px serif', '13px sans-serif', '22px serif'])
        it(`returns a place over no letter: ${script.toLowerCase()}, ${font}, line-height ${lineHeight}`, async () => {
          const style = `font:${font};line-height:${lineHeight};${text === ARABIC ? 'direction:rtl' : ''}`;
          const { ink } = await look(paragraph(text, style), NAMES[text] as string[]);
          expect(ink).toBeLessThan(EDGE);
        });

  it.each([
    ['upper case by style', 'text-transform:uppercase'],
    ['another size above', 'font-size:15px', '<b style="font-size:30px;line-height:.5">'],
    ['the page zoomed', 'zoom:1.4'],
    ['a scaled box', 'transform:scale(1.3);transform-origin:0 0'],
  ])('returns a place over no letter: %s', async (_, style, open = '') => {
    const html = paragraph(
      `${open}jumping quaggy typography ${open && '</b>'}${LATIN}`,
      `font:16px/1.15 serif;${style}`,
    );
    const { ink } = await look(html, NAMES[LATIN] as string[]);
    expect(ink).toBeLessThan(EDGE);
  });
  it('returns a full mark above a word with a free line above', async () => {
    const { heights } = await look(paragraph(`Lido ${CHINESE}`, 'font:16px/1 serif'), ['Lido']);
    expect(heights).toEqual([12, 12]);
  });
  it('returns a full mark in the leading that articles have', async () => {
    const { heights } = await look(paragraph(LATIN, 'font:18px/1.65 serif'), NAMES[LATIN] as string[]);
    for (const height of heights) expect(height).toBeGreaterThanOrEqual(10);
    const { heights: chinese } = await look(paragraph(CHINESE, 'font:17px/1.8 sans-serif'), ['以太坊', '索拉纳']);
    for (const height of chinese) expect(height).toBeGreaterThanOrEqual(10);
  });
  it('finds the room anew when the text above changes', async () => {
    const html = paragraph('<i id="above">aaa aaa aaa aaa aaa</i><br>Uniswap', 'font:16px/1.1 serif');
    const kit = start(html, { names: ['Uniswap'] });
    await vi.waitFor(() => expect(kit.badges()[0]?.querySelectorAll('svg')).toHaveLength(2));
    const height = () => kit.badges()[0]?.querySelector('svg')?.getBoundingClientRect().height ?? 0;
    await vi.waitFor(() => expect(height()).toBeGreaterThan(6));
    (document.getElementById('above') as HTMLElement).textContent = 'ggg ggg ggg ggg ggg';
    await vi.waitFor(() => expect(height()).toBeLessThan(6));
  });
});
