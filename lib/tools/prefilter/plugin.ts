/** Vite plugin: `virtual:roadmark-prefilter` is the packed prefilter, made from the shipped registry at build time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedPrefilter } from '../../domain/detect/prefilter.ts';
import { packPrefilter } from '../../domain/detect/prefilter-build.ts';
import { decodeRegistry } from '../../domain/registry/format.ts';

export const PREFILTER_MODULE = 'virtual:roadmark-prefilter';
const RESOLVED = `\0${PREFILTER_MODULE}`;
const REGISTRY = join(import.meta.dirname, '..', '..', '..', 'public', 'data', 'registry.json');

/** Reads the registry file and packs it. Throws when it can't be read: a build without names is no build. */
export function packRegistryFile(path = REGISTRY): PackedPrefilter {
  const registry = decodeRegistry(JSON.parse(readFileSync(path, 'utf8')));
  if (!registry.ok) throw new Error(`registry: ${registry.failure.kind} ${registry.failure.detail ?? ''}`);
  return packPrefilter(registry.value);
}

/** The plugin. `path` is a registry file in the shipped format. */
export function prefilterPlugin(path = REGISTRY) {
  return {
    name: 'roadmark-prefilter',
    resolveId(id: string) {
      return id === PREFILTER_MODULE ? RESOLVED : undefined;
    },
    load(this: { addWatchFile(file: string): void }, id: string) {
      if (id !== RESOLVED) return undefined;
      this.addWatchFile(path);
      return `export default ${JSON.stringify(packRegistryFile(path))};`;
    },
  };
}
