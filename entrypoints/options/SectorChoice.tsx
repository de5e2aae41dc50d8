/** A project's sectors, chosen from the registry's words: they decide whom it is compared with. */
import { SECTORS } from '../../lib/domain/registry/sectors.ts';
import { usePage } from '../kit/page.tsx';

interface Props {
  chosen: string[];
  onChange(chosen: string[]): void;
}

export function SectorChoice({ chosen, onChange }: Props) {
  const { i18n } = usePage();
  const named = Object.keys(SECTORS).map((id) => ({ id, name: i18n.maybe(`sector.${id}`) ?? id }));
  const sorted = named.sort((a, b) => a.name.localeCompare(b.name, i18n.tag));
  const picked = sorted.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <details class="sectors">
      <summary>
        {i18n.t('options.own.sectors')}: {picked.length > 0 ? i18n.list(picked) : i18n.t('options.own.sectors.none')}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{i18n.t('options.own.sectors')}</legend>
        {sorted.map(({ id, name }) => (
          <label key={id} class="check">
            <input type="checkbox" value={id} checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>{name}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
