import { formatCount, plural, t } from '../lib/i18n';
import type { NormFile, NormSource } from '../lib/model/norm';
import type { NetworkId } from '../lib/model/vocabulary';
import { measuredIn } from './NormRow';
import { TableScroll } from './TableScroll';

/** Message keys of how a source was read. */
const READ = { 'first-hand': 'norm_read_first', 'second-hand': 'norm_read_second', own: 'norm_read_own' } as const;

interface Props {
  file: NormFile;
  /** A network's name. */
  nameOf: (network: NetworkId) => string;
  /** Takes a source that was brought in away again. */
  onRemove?: ((source: string) => void) | undefined;
}

/** Every norm's passport: who published it, when, what it is a median of, and how it was read. */
export function NormTable({ file, nameOf, onRemove }: Props) {
  const sourceOf = new Map(file.sources.map((source) => [source.id, source]));
  return (
    <TableScroll label={t('methods_norms')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('norm_source')}</th>
            <th scope="col">{t('network')}</th>
            <th scope="col">{t('norm_figure')}</th>
            <th scope="col">{t('norm_population')}</th>
            <th scope="col">{t('norm_read')}</th>
          </tr>
        </thead>
        <tbody>
          {file.norms.map(({ source: id, network, kpi, values }) => {
            const source = sourceOf.get(id);
            if (!source) return null;
            return (
              <tr key={`${id} ${network} ${kpi}`}>
                <th scope="row">
                  {source.publisher}, {source.title}
                  {source.url && <span class="brand-notes">{source.url}</span>}
                  {source.read === 'own' && onRemove && (
                    <button type="button" class="link" onClick={() => onRemove(id)}>
                      {t('norm_remove')}
                      <span class="sr-only"> {source.publisher}</span>
                    </button>
                  )}
                </th>
                <td>{nameOf(network)}</td>
                <td>
                  {t(`kpi_${kpi}`)} <span class="unit">{t(`kpi_${kpi}_unit`)}</span>
                  <span class="brand-notes">{t('norm_values', formatCount(Object.keys(values).length), measuredIn(source))}</span>
                </td>
                <td>
                  {populationOf(source)}
                  <span class="brand-notes">{rangeOf(source, network)}</span>
                </td>
                <td>{t(READ[source.read])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function populationOf({ companies, industries, read }: NormSource): string {
  if (read === 'own' && companies !== null) return plural('n_accounts', companies);
  if (companies === null || industries === null) return t('norm_population_unsaid');
  return t('norm_population_of', formatCount(companies), formatCount(industries));
}

function rangeOf({ followers }: NormSource, network: NetworkId): string {
  const range = followers[network];
  if (!range) return t('norm_range_unsaid');
  const [fewest, most] = range;
  return most === null ? t('norm_range_from', formatCount(fewest)) : t('norm_range', formatCount(fewest), formatCount(most));
}
