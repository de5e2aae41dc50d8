/** The two wide grants, asked for from a click: all known project sites, everywhere. */
import { EVERYWHERE, requestGrant } from './grants.ts';
import { useCall, usePage } from './page.tsx';

export function GrantButtons({ small = false, onAnswer }: { small?: boolean; onAnswer(given: boolean): void }) {
  const { i18n } = usePage();
  // Asked for ahead: after a wait the browser no longer takes the click as the reader's consent.
  const known = useCall('sites.known', null);
  const look = small ? 'button small' : 'button';
  const grant = async (origins: string[]) => onAnswer(await requestGrant(origins));
  return (
    <p class="buttons">
      <button type="button" class={look} disabled={!known.value} onClick={() => grant(known.value ?? [])}>
        {i18n.t('popup.grantKnown')}
      </button>
      <button type="button" class={look} onClick={() => grant([EVERYWHERE])}>
        {i18n.t('popup.grantAll')}
      </button>
    </p>
  );
}
