/** Connects the served protocol to the browser's messages and to the port of an open card. */
import browser, { type Runtime } from 'webextension-polyfill';
import { type BrowserSide, createServer, type Sender } from '../../lib/app/serve.ts';
import type { Services } from '../../lib/app/services.ts';
import { isPrivatePath } from '../../lib/domain/project-path.ts';
import { REPORT_PORT } from '../../lib/protocol.ts';
import { fail } from '../../lib/result.ts';

export type Serve = ReturnType<typeof createServer>;

function senderOf(sender: Runtime.MessageSender): Sender {
  const { url = '' } = sender;
  const own = url.startsWith(browser.runtime.getURL('/'));
  return {
    own,
    private: sender.tab?.incognito === true || (own && isPrivatePath(url)),
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? null,
  };
}

/** Listens from now on; returns the server itself, for the browser's own surfaces. */
export function serveMessages(services: Services, side: BrowserSide): Serve {
  const serve = createServer(services, side);
  const listen = (
    message: unknown,
    sender: Runtime.MessageSender,
    reply: (answer: unknown) => void,
  ): true | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    if ((message as { roadmark?: unknown } | null)?.roadmark !== 1) return undefined;
    // Not returned as a promise: Dexie's is no native one, and both browsers would answer `undefined`.
    const broken = (error: unknown) => reply(fail('bug', services.env.now(), { detail: String(error) }));
    serve(message, senderOf(sender)).then(reply, broken);
    return true;
  };
  browser.runtime.onMessage.addListener(listen as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== REPORT_PORT || port.sender?.id !== browser.runtime.id) return;
    let stop = () => {};
    const reports = port.sender && senderOf(port.sender).private ? services.privateReports : services.reports;
    port.onMessage.addListener((message: unknown) => {
      const { projectId } = (message ?? {}) as { projectId?: unknown };
      if (typeof projectId !== 'string') return;
      stop();
      stop = reports.follow(projectId, (report) => port.postMessage(report));
    });
    port.onDisconnect.addListener(() => stop());
  });
  return serve;
}
