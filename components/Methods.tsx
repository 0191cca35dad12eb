import { HALF_LIVES, STEEPNESS } from '../lib/benchmark/age';
import type { AgeFit } from '../lib/benchmark/age-fit';
import { formatHours, formatList, formatRate, plural, t } from '../lib/i18n';
import type { NormFile } from '../lib/model/norm';
import type { MetricName, NetworkId, SurfaceKind } from '../lib/model/vocabulary';
import { KPI_ORDER } from './kpis';
import { NormTable } from './NormTable';
import { TableScroll } from './TableScroll';

const HOUR = 3_600_000;

/** What is read on one network. */
export interface NetworkLine {
  id: NetworkId;
  name: string;
  version: number;
  shows: Partial<Record<SurfaceKind, MetricName[]>>;
  mayShow?: Partial<Record<SurfaceKind, MetricName[]>> | undefined;
  /** What its share button counts, and what its interactions are made of, in words. */
  shares: string;
  interactions: string;
}

interface Props {
  networks: NetworkLine[];
  norms: NormFile | null;
  /** Age curves fitted to own captures. */
  fits: { network: NetworkId; fit: AgeFit }[];
  /** Brings in norms, and takes them away again. */
  onNormFile?: (file: File) => void;
  onRemoveNorm?: (source: string) => void;
}

const PROMISES = ['reads', 'decides', 'unknown', 'kept', 'precision', 'recompute', 'stays'] as const;
const AUDIT = ['scores', 'overall', 'missing', 'grades'] as const;
const KEPT = ['database', 'journal', 'backup', 'retention', 'pictures'] as const;
const SIGNS = ['rounded', 'hidden', 'absent', 'unread', 'unmeasured'] as const;

/** How every figure is made, what is read where, and what happens to it: anyone can compute it again. */
export function Methods({ networks, norms, fits, onNormFile, onRemoveNorm }: Props) {
  return (
    <div class="prose">
      <h2>{t('methods_promises')}</h2>
      <ul class="promises">
        {PROMISES.map((promise) => (
          <li key={promise}>
            <strong>{t(`promise_${promise}`)}</strong> {t(`promise_${promise}_words`)}
          </li>
        ))}
      </ul>
      <h2>{t('methods_formulas')}</h2>
      <dl class="formulas">
        {KPI_ORDER.map((kpi) => [
          <dt key={kpi}>
            {t(`kpi_${kpi}`)} <span class="unit">{t(`kpi_${kpi}_unit`)}</span>
          </dt>,
          <dd key={`${kpi}-words`}>{t(`formula_${kpi}`)}</dd>,
        ])}
      </dl>
      <p>{t('formula_typical')}</p>
      <p>{t('formula_interval')}</p>
      <p>{t('formula_left_out')}</p>
      <p>{t('formula_expected')}</p>
      <p>{t('formula_percentile')}</p>
      <p>{t('formula_age', formatRate(STEEPNESS.low), formatRate(STEEPNESS.high), formatList(halfLives(networks)))}</p>
      {fits.length > 0 && <p>{t('methods_fits', formatList(fits.map(({ network, fit }) => fitWords(network, fit))))}</p>}
      <p>{t('formula_boosts')}</p>
      <p>{t('formula_peers')}</p>
      <p>{t('formula_tied')}</p>
      <p>{t('formula_compare')}</p>
      <p>{t('formula_tests')}</p>
      <p>{t('formula_tags')}</p>
      <p>{t('formula_times')}</p>
      <p>{t('formula_variety')}</p>
      <p>{t('formula_formats')}</p>
      <p>{t('formula_calendar')}</p>
      <p>{t('formula_topics')}</p>
      <p>{t('formula_changes')}</p>
      <h2>{t('methods_audit')}</h2>
      {AUDIT.map((part) => (
        <p key={part}>{t(`audit_report_method_${part}`)}</p>
      ))}
      <h2>{t('methods_norms')}</h2>
      <p>{t('methods_norms_words')}</p>
      {norms && <NormTable file={norms} nameOf={(network) => t(`network_${network}`)} onRemove={onRemoveNorm} />}
      {onNormFile && <NormImport onFile={onNormFile} />}
      <h2>{t('methods_signs')}</h2>
      <dl class="formulas">
        {SIGNS.map((sign) => [<dt key={sign}>{t(`sign_${sign}`)}</dt>, <dd key={`${sign}-words`}>{t(`sign_${sign}_words`)}</dd>])}
      </dl>
      <h2>{t('methods_kept')}</h2>
      <dl class="formulas">
        {KEPT.map((kept) => [<dt key={kept}>{t(`kept_${kept}`)}</dt>, <dd key={`${kept}-words`}>{t(`kept_${kept}_words`)}</dd>])}
        <dt>{t('kept_erasure')}</dt>
        <dd>{t('erase_disk')}</dd>
      </dl>
      <h2>{t('methods_networks')}</h2>
      <p>{t('methods_networks_words')}</p>
      <TableScroll label={t('methods_networks')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('network')}</th>
              <th scope="col">{t('read_on_profile')}</th>
              <th scope="col">{t('read_on_post')}</th>
              <th scope="col">{t('interactions')}</th>
              <th scope="col">{t('metric_shares')}</th>
              <th scope="col" class="numeric">
                {t('reader')}
              </th>
            </tr>
          </thead>
          <tbody>
            {networks.map((network) => (
              <tr key={network.id}>
                <th scope="row">{network.name}</th>
                <td>{metricWords(network, 'profile')}</td>
                <td>{metricWords(network, 'post')}</td>
                <td>{network.interactions}</td>
                <td>{network.shares}</td>
                <td class="numeric">{network.version}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </div>
  );
}

function NormImport({ onFile }: { onFile: (file: File) => void }) {
  return (
    <label class="norm-import">
      <span>{t('norm_import_words')}</span>
      <span class="sr-only">{t('norm_import')}</span>
      <input
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}

/** A fitted half-life with its doubt, and how many posts it rests on. */
function fitWords(network: NetworkId, { middle, flat, steep, posts }: AgeFit): string {
  const [low = 0, high = 0] = [flat.halfLife, steep.halfLife].sort((a, b) => a - b);
  const hours = [middle.halfLife, low, high].map((ms) => formatHours(ms / HOUR)) as [string, string, string];
  return t('methods_fit', t(`network_${network}`), ...hours, plural('n_posts', posts));
}

/** The half-lives that are known, as "Instagram 19 hr (2018)". */
function halfLives(networks: NetworkLine[]): string[] {
  return networks.flatMap(({ id, name }) => {
    const known = HALF_LIVES[id];
    return known ? [t('half_life', name, formatHours(known.hours), String(known.year))] : [];
  });
}

function metricWords({ shows, mayShow }: NetworkLine, surface: SurfaceKind): string {
  const words = (metrics: MetricName[] = []) => formatList(metrics.map((metric) => t(`metric_${metric}`)));
  const sometimes = mayShow?.[surface];
  return (
    [words(shows[surface]), sometimes ? t('metric_sometimes', words(sometimes)) : ''].filter(Boolean).join('; ') || t('reading_absent')
  );
}
