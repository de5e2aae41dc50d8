/** What is kept of others' answers, and a way to forget it; the reader's own data is not touched. */
import { call } from '../kit/client.ts';
import { useCall, usePage } from '../kit/page.tsx';

export function CacheSection() {
  const { i18n } = usePage();
  const size = useCall('cache.size', null, ['report']);
  async function clear() {
    await call('cache.clear', null);
    await size.reload();
  }
  return (
    <section class="settings">
      <h2>{i18n.t('options.cache')}</h2>
      <p>
        {size.value &&
          i18n.t('options.cache.size', {
            n: size.value.rows,
            size:
              size.value.bytes === null
                ? i18n.t('page.unknown')
                : i18n.number(size.value.bytes / 1_000_000, {
                    style: 'unit',
                    unit: 'megabyte',
                    maximumFractionDigits: 1,
                  }),
          })}
      </p>
      <button type="button" class="button small" onClick={clear}>
        {i18n.t('options.cache.clear')}
      </button>
    </section>
  );
}
