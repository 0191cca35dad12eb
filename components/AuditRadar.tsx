import type { SocialMediaKey } from '../lib/audits/audit';
import type { AuditRun } from '../lib/audits/report';
import { axisKey, criterionKey } from '../lib/audits/words';
import { formatList, formatShare, t } from '../lib/i18n';
import { RADAR_CIRCLES, RADAR_SIZE, radarSectors, type Sector } from '../lib/reports/radar';
import { scoreText } from '../lib/reports/words';
import { TableScroll } from './TableScroll';

/** The user's own words for axes. */
export type AxisWords = Partial<Record<SocialMediaKey, string>>;

interface Props {
  radar: AuditRun['radar'];
  words: AxisWords;
  onWords: (words: AxisWords) => void;
}

const MOST_LETTERS = 40;

/** The eleven keys as a picture and as a table, in which their words can be changed. */
export function AuditRadar({ radar, words, onWords }: Props) {
  const sectors = radarSectors(radar);
  const nameOf = (key: SocialMediaKey) => words[key] || t(axisKey(key));
  return (
    <section>
      <h2>{t('audit_radar')}</h2>
      <p class="muted hint">{t('audit_radar_words')}</p>
      <div class="audit-radar">
        <Picture sectors={sectors} sentence={sentenceOf(radar, nameOf)} />
        <TableScroll label={t('audit_radar')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('audit_axis')}</th>
                <th scope="col" class="numeric">
                  {t('audit_score')}
                </th>
                <th scope="col" class="numeric">
                  {t('coverage')}
                </th>
              </tr>
            </thead>
            <tbody>
              {radar.map(({ key, score, coverage, hatched, criteria }, i) => (
                <tr key={key}>
                  <th scope="row">
                    <span class="audit-axis">
                      <span class="audit-axis-letter">{sectors[i]?.letter}</span>
                      <input
                        type="text"
                        aria-label={t('audit_axis_rename', t(axisKey(key)))}
                        title={formatList(criteria.map((id) => t(criterionKey(id))))}
                        maxLength={MOST_LETTERS}
                        value={nameOf(key)}
                        onChange={(event) => onWords({ ...words, [key]: event.currentTarget.value.trim() })}
                      />
                    </span>
                  </th>
                  <td class={`numeric${hatched ? ' hatched' : ''}`}>{score === null ? t('audit_not_measurable') : scoreText(score)}</td>
                  <td class="numeric">{formatShare(coverage)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </section>
  );
}

function Picture({ sectors, sentence }: { sectors: Sector[]; sentence: string }) {
  const middle = RADAR_SIZE / 2;
  return (
    <svg viewBox={`0 0 ${RADAR_SIZE} ${RADAR_SIZE}`} role="img" aria-label={sentence}>
      <defs>
        <pattern id="audit-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="radar-hatch" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
      {sectors.map(({ key, letter, room, score, hatched, ring, covered, x, y }) => (
        <g key={key}>
          <path class={score ? 'radar-room' : 'radar-room radar-none'} d={room} />
          {score && <path class={hatched ? 'radar-score radar-hatched' : 'radar-score'} d={score} />}
          <path class="radar-ring" d={ring} />
          {covered && <path class="radar-covered" d={covered} />}
          <text x={x} y={y}>
            {letter}
          </text>
        </g>
      ))}
      {RADAR_CIRCLES.map((radius) => (
        <circle key={radius} class="radar-mesh" cx={middle} cy={middle} r={radius} />
      ))}
    </svg>
  );
}

/** What the picture says: the axes that are plain, and how many are not. */
function sentenceOf(radar: AuditRun['radar'], nameOf: (key: SocialMediaKey) => string): string {
  const plain = radar.flatMap(({ key, score, hatched }) =>
    score === null || hatched ? [] : [t('audit_says_named', nameOf(key), scoreText(score))],
  );
  const hatched = t('audit_radar_hatched', radar.length - plain.length, radar.length);
  return plain.length ? `${formatList(plain)}. ${hatched}` : hatched;
}
