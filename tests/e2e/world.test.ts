/** The emulated world itself: a test that leans on it is only as good as its answers. */
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '../../lib/domain/time.ts';
import { startWorld, type World } from './world/world.ts';

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

function get(world: World, path: string, headers: Record<string, string> = {}, host = 'api.github.com'): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(
      { port: world.port, host: '127.0.0.1', path, headers: { host, ...headers }, rejectUnauthorized: false },
      (res) => {
        let body = '';
        res.on('data', (data) => {
          body += data;
        });
        res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body }));
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('startWorld', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const REPOS = [
    'lidofinance/core',
    'symbioticfi/core',
    'bnb-chain/bsc',
    'ethereum/go-ethereum',
    'Layr-Labs/eigenlayer-contracts',
    'celestiaorg/celestia-node',
    'libp2p/rust-libp2p',
  ];
  const PATHS = ['', '/stats/contributors', '/stats/participation', '/releases', '/tags', '/contents/', '/commits'];

  for (const repo of REPOS) {
    it(`answers about ${repo} as GitHub's own description says`, async () => {
      for (const path of PATHS) {
        const { status } = await get(world, `/repos/${repo}${path}`);
        expect([path, status]).toEqual([path, 200]);
      }
      expect(world.github.complaints).toEqual([]);
    });
  }

  it('ends its weeks at the last Sunday', async () => {
    const weeks = JSON.parse((await get(world, '/repos/lidofinance/core/stats/contributors')).body)[0].weeks;
    const last = new Date(weeks.at(-1).w * 1000);
    expect(last.getUTCDay()).toBe(0);
    expect(Date.now() - last.getTime()).toBeLessThan(7 * DAY_MS);
  });

  it('answers 304 to the validator that it gave', async () => {
    const { headers } = await get(world, '/repos/lidofinance/core');
    const again = await get(world, '/repos/lidofinance/core', { 'if-none-match': String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('pages long lists by Link', async () => {
    const { body, headers } = await get(world, '/repos/lidofinance/core/releases?per_page=10');
    expect(JSON.parse(body)).toHaveLength(10);
    expect(headers.link).toContain('rel="last"');
  });

  it('writes down a question that nobody foresaw', async () => {
    world.clear();
    expect((await get(world, '/gists')).status).toBe(404);
    expect(world.github.complaints).toEqual(['unknown: GET /gists']);
    world.clear();
  });

  it('breaks answers on demand and heals them', async () => {
    const pattern = /stats\/contributors/;
    world.fault(pattern, 'pending');
    expect((await get(world, '/repos/lidofinance/core/stats/contributors')).status).toBe(202);
    world.fault(pattern, undefined);
    expect((await get(world, '/repos/lidofinance/core/stats/contributors')).status).toBe(200);
  });
});
