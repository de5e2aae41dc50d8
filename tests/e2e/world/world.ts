/** One local TLS server that plays every host a test needs; the browser believes that it is on the real ones. */
import { createServer as createPlain, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import { FAULTS, type FaultKind } from './faults.ts';
import { type GitHubPlay, playGitHub } from './github.ts';

export interface Asked {
  host: string;
  path: string;
  at: number;
}

export interface World {
  port: number;
  proxyPort: number;
  github: GitHubPlay;
  /** Every request but the pages themselves and the browsers' own chatter. */
  asked: Asked[];
  /** Puts a page at `host/path`; headers are its own, e.g. a policy. */
  page(address: string, html: string, headers?: Record<string, string>): void;
  /** Answers `host/path` by itself; its requests are among `asked`. */
  serve(address: string, listener: RequestListener): void;
  /** From now on, addresses that match answer so; undefined takes it back. */
  fault(pattern: RegExp, kind: FaultKind | undefined): void;
  clear(): void;
  close(): Promise<void>;
}

/** Hosts that browsers call on their own account. */
const CHATTER = /mozilla\.(com|net|org)$|firefox\.com$|googleapis\.com$|gstatic\.com$|google\.com$|gvt1\.com$/;

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

/** Firefox reaches any host through this: every CONNECT ends at our own server. */
function proxyTo(port: number) {
  const proxy = createPlain((_req, res) => res.writeHead(404).end());
  const open = new Set<Socket>();
  proxy.on('connect', (_req, client: Socket) => {
    const server = connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 Connection established\r\n\r\n'));
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
    client.pipe(server).pipe(client);
  });
  return { proxy, open };
}

/** Starts it. Close it at the end of the test file. */
export async function startWorld(): Promise<World> {
  const pages = new Map<string, { html: string; headers: Record<string, string> }>();
  const served = new Map<string, RequestListener>();
  const faults = new Map<string, [RegExp, FaultKind]>();
  const asked: Asked[] = [];
  const github = playGitHub();
  const answer: RequestListener = (req, res) => {
    const host = (req.headers.host ?? '').split(':')[0] as string;
    const address = host + (req.url ?? '/').split('?')[0];
    const page = pages.get(address);
    if (!page && !CHATTER.test(host) && !req.url?.startsWith('/favicon'))
      asked.push({ host, path: req.url ?? '', at: Date.now() });
    const fault = [...faults.values()].find(([pattern]) => pattern.test(host + req.url));
    if (fault && req.method !== 'OPTIONS') FAULTS[fault[1]](res);
    else if (served.has(address)) served.get(address)?.(req, res);
    else if (host === 'api.github.com') github.handle(req, res);
    else if (page) res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
    else res.writeHead(404, { 'content-type': 'text/plain', 'access-control-allow-origin': '*' }).end('Not here');
  };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const server = createServer({ key, cert }, answer);
  const port = await listen(server);
  const { proxy, open } = proxyTo(port);
  return {
    port,
    proxyPort: await listen(proxy),
    github,
    asked,
    page: (address, html, headers = {}) => pages.set(address, { html, headers }),
    serve: (address, listener) => served.set(address, listener),
    fault: (pattern, kind) => (kind ? faults.set(pattern.source, [pattern, kind]) : faults.delete(pattern.source)),
    clear() {
      faults.clear();
      asked.length = 0;
      github.remaining = 60;
      github.complaints.length = 0;
      github.withToken.length = 0;
      github.questions.length = 0;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.closeAllConnections();
      await Promise.all([server, proxy].map((one) => new Promise((resolve) => one.close(resolve))));
    },
  };
}
