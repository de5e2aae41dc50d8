/** Domains as the registry holds them: registrable ones, or `host/path` where many share a host. */
import { getDomain, getHostname } from 'tldts';

/** Hosts on which an address says nothing about the project unless the path is read too. */
export const SHARED_HOSTS = [
  'github.io',
  'github.com',
  'gitlab.com',
  'gitbook.io',
  'vercel.app',
  'netlify.app',
  'medium.com',
  'x.com',
  'twitter.com',
  't.me',
  'notion.site',
  'notion.so',
  'linktr.ee',
  'google.com',
  'web.app',
  'herokuapp.com',
  'substack.com',
  'mirror.xyz',
  'discord.gg',
  'discord.com',
  'discord.io',
  'figma.com',
  'visualstudio.com',
  'link3.to',
  'airtable.com',
  'canva.com',
  'notion.com',
  'readthedocs.io',
  'npmjs.com',
  'facebook.com',
  'fb.com',
  'youtube.com',
  'mypinata.cloud',
  'mobirisesite.com',
  'fleek.co',
  'fleek.xyz',
  'pages.dev',
  'framer.website',
  'webflow.io',
  'wixsite.com',
  'wordpress.com',
  'eth.limo',
  'eth.link',
  'icp0.io',
  'ic0.app',
  'near.page',
  'near.social',
  'linkedin.com',
  'gitcoin.co/grants',
  'carrd.co',
  'super.site',
  'bit.ly',
  'devpost.com',
  'play.google.com',
  'apple.com',
  'research.google',
];

/** True where the host is one that many share, or lies below one. */
export function isSharedHost(host: string): boolean {
  return SHARED_HOSTS.some((shared) => host === shared || host.endsWith(`.${shared}`));
}

/**
 * One claimed address in the registry's form: lower case, without scheme, `www.` and trailing slash.
 * Undefined where it is no address, or a shared host without a path of its own.
 */
export function cleanDomain(claimed: string): string | undefined {
  const bare = claimed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
  const host = getHostname(bare);
  if (!host || !getDomain(host)) return undefined;
  if (isSharedHost(host)) {
    const hasOwnLabel = SHARED_HOSTS.every((shared) => host !== shared);
    return hasOwnLabel || bare.includes('/') ? bare : undefined;
  }
  return getDomain(host, { allowPrivateDomains: true }) ?? undefined;
}
