import type { Services } from '../../lib/app/services.ts';
import { FakeAccount, type Machine } from './fake-account.ts';
import { makeWorld, type TestWorld } from './world.ts';

export interface Profile {
  world: TestWorld;
  services: Services;
  machine: Machine;
}

export function profile(account: FakeAccount): Profile {
  const clock = { now: () => 0 };
  const machine = account.machine(() => clock.now());
  const world = makeWorld({ more: { syncArea: machine } });
  clock.now = world.env.now;
  return { world, services: world.services, machine };
}
/** Everything travels and every machine runs, until nothing moves any more; fails where that never comes. */
export async function settle(...profiles: Profile[]) {
  for (let round = 0; round < 12; round++) {
    for (const { services } of profiles) await services.sync.run();
    for (const { machine } of profiles) machine.push();
    if (!profiles.map(({ machine }) => machine.pull()).some(Boolean)) return;
  }
  throw new Error('the machines never agreed');
}
/** id → tags, as the watchlist has them. */
export async function listOf({ services }: Profile): Promise<Record<string, string[]>> {
  const list = await services.watchlist.list();
  if (!list.ok) throw new Error(list.failure.kind);
  return Object.fromEntries(list.value.map(({ projectId, tags }) => [projectId, [...tags].sort()]).sort());
}
export async function keep({ services, world }: Profile, id: string, tags: string[] = [], notes = '') {
  world.env.at += 1000;
  await services.watchlist.set(id, true);
  if (tags.length > 0 || notes) await services.watchlist.edit(id, { tags, notes });
}
export async function drop({ services, world }: Profile, id: string) {
  world.env.at += 1000;
  await services.watchlist.set(id, false);
}
export async function pair() {
  const account = new FakeAccount();
  const [a, b] = [profile(account), profile(account)];
  await a.services.sync.set(true);
  await b.services.sync.set(true);
  return { account, a, b };
}
