import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATEGORY_IDS, CRITERION_IDS, SOCIALMEDIA_KEYS } from '../../lib/audits/audit';
import { PRESET_IDS } from '../../lib/audits/presets';
import {
  actionKey,
  axisKey,
  basisKey,
  becauseKey,
  capKey,
  categoryKey,
  completenessKey,
  confidenceKey,
  criterionKey,
  effortKey,
  findingKey,
  gradeKey,
  itemKey,
  needKey,
  presetKey,
  questionKey,
  stateKey,
  whyKey,
} from '../../lib/audits/words';
import { messagesOf } from '../components/browser';

const contract = readFileSync('lib/audits/audit.ts', 'utf8') + readFileSync('lib/audits/report.ts', 'utf8');
/** The words of a union type as it is written. */
const union = (name: string): string[] => {
  const written = new RegExp(`(?:type ${name} =|${name}:)([^;]*);`).exec(contract)?.[1] ?? '';
  return [...written.matchAll(/'([^']+)'/g)].map(([, word = '']) => word);
};
const items = [
  ...readdirSync('lib/audits/criteria').map((file) => readFileSync(`lib/audits/criteria/${file}`, 'utf8')),
  readFileSync('lib/audits/checklist.ts', 'utf8'),
]
  .join('\n')
  .matchAll(/(?:id: '([a-zA-Z]+)', passed|id: '(verified)'|alike\('([a-zA-Z]+)'|add\('([a-zA-Z]+)')/g);
const itemIds = [...items].flatMap((match) => match.slice(1).filter(Boolean) as string[]);

const keys: string[] = [
  ...CATEGORY_IDS.map(categoryKey),
  ...CRITERION_IDS.flatMap((id) => [criterionKey(id), questionKey(id), actionKey(id)]),
  ...SOCIALMEDIA_KEYS.map(axisKey),
  ...[...PRESET_IDS, 'own' as const].map(presetKey),
  ...union('CriterionState').map((id) => stateKey(id as never)),
  ...union('AuditWhy').map((reason) => whyKey({ from: 'audit', reason: reason as never })),
  ...union('Need').map((id) => needKey(id as never)),
  ...union('Grade').map((id) => gradeKey(id as never)),
  ...union('Confidence').map((id) => confidenceKey(id as never)),
  ...union('FindingKind').map((id) => findingKey(id as never)),
  ...union('completeness').map((id) => completenessKey(id as never)),
  ...['silent', 'closed', 'unanswering', 'deadLink', 'undisclosed', 'noObjective'].map((id) => capKey(id as never)),
  ...['weights', 'norms', 'peers', 'method', 'scope'].map((id) => becauseKey(id as never)),
  ...(['S', 'M', 'L'] as const).map(effortKey),
  ...(['rank', 'curve', 'house-spread'] as const).map((fit) => basisKey({ kind: 'peers', n: 3, fit }).key),
  ...(['house', 'own'] as const).map((kind) => basisKey({ kind }).key),
  basisKey({ kind: 'published', title: '', url: '' }).key,
  'basis_norm',
  ...['handle', 'name', 'bio', 'link', 'category', 'specific', 'measurable', 'attainable', 'relevant', 'timed', 'business'].map(itemKey),
  ...itemIds.map(itemKey),
];

test.each(['en', 'fr'] as const)('everything that an audit says has words in %s', (language) => {
  const messages = messagesOf(language);
  // Nothing was lost in reading the unions out of the contract.
  expect(keys.length).toBeGreaterThan(240);
  expect(itemIds.length).toBeGreaterThan(20);
  expect(keys.filter((key) => !messages[key]?.message)).toEqual([]);
});

test('the benchmark’s reasons have words already, which an audit uses', () => {
  expect(messagesOf('en')[whyKey({ from: 'benchmark', reason: 'too-few-posts' })]?.message).toBeTruthy();
});
