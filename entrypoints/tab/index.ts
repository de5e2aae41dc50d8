/** Answers popup, side panel and keyboard commands in a page; injected when one of them asks for the first time. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { POINTED_PORT } from '../../lib/protocol.ts';
import { tabSide } from '../overlay/tab-side.ts';
import { tellPointed } from './pointed.ts';
import { answerTab, isTabMessage } from './tab-messages.ts';

const SLOT = Symbol.for('roadmark.tab');
type World = { [SLOT]?: string };

export default defineUnlistedScript(() => {
  // Once for each life of the extension in this frame: after an update the old listener is deaf.
  const world = globalThis as World;
  const life = browser.runtime.getURL('/');
  if (world[SLOT] === life && browser.runtime?.id) return;
  world[SLOT] = life;
  browser.runtime.onMessage.addListener((message: unknown, _sender: unknown, reply: (answer: unknown) => void) => {
    const side = tabSide();
    if (isTabMessage(message)) reply(side ? answerTab(side, message) : null);
  });
  browser.runtime.onConnect.addListener((port) => {
    const side = tabSide();
    if (side && port.name === POINTED_PORT) tellPointed(side, port);
  });
});
