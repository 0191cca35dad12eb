// @vitest-environment happy-dom
import './browser';

import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { BrandDetails } from '../../components/BrandDetails';
import { BrandChips, BrandFilters } from '../../components/BrandFilters';
import { NameInput } from '../../components/NameInput';
import { StandingGauge } from '../../components/StandingGauge';
import { StudyBar } from '../../components/StudyBar';
import { Suggestions } from '../../components/Suggestions';
import { t } from '../../lib/i18n';
import type { AccountStanding } from '../../lib/messages';
import type { AccountRecord } from '../../lib/model/rollup';
import { newStudy } from '../../lib/study-edits';
import { suggestionsFor } from '../../lib/suggestions';
import { account, brand, study } from '../benchmark/make';
import { speak } from './browser';
import { host, show } from './host';
import { figure } from './make';

const networks = { x: 'X', instagram: 'Instagram' };
const button = (words: string) => [...host.querySelectorAll('button')].find((each) => each.textContent?.includes(words));
const press = (words: string) => act(() => button(words)?.click());
const choose = (select: HTMLSelectElement | null | undefined, value: string) =>
  act(() => {
    if (!select) throw new Error('no such choice');
    select.value = value;
    expect(select.value).toBe(value);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('an account without a brand', () => {
  const own = study([brand()]);
  const twin: AccountRecord = { ...account([], 'instagram:lumen'), network: 'instagram', name: 'Lumen Atelier' };
  const other: AccountRecord = { ...account([], 'x:nord'), handle: 'nord', name: 'Nordhaus' };
  const draw = (most?: number) => {
    const actions = { onJoin: vi.fn(), onNewBrand: vi.fn(), onDismiss: vi.fn() };
    const suggestions = suggestionsFor(own, [account([]), twin, other], []);
    const text = show(
      <Suggestions study={own} suggestions={suggestions} networks={networks} now={0} {...actions} {...(most && { most })} />,
    );
    return { text, actions, suggestions };
  };

  it('is offered to the brand that it looks like, with the reason, and joins it with one press', () => {
    const { text, actions, suggestions } = draw();
    expect(text).toContain('2 captured accounts belong to no brand yet');
    expect(text).toContain('same handle as @lumen on X');
    press('Add to Lumen');
    expect(actions.onJoin).toHaveBeenCalledWith(suggestions[0], 'b1');
  });

  it('else becomes a brand, in any role, or joins another, or is set aside', () => {
    const { actions, suggestions } = draw();
    press('Add as new brand');
    expect(actions.onNewBrand).toHaveBeenLastCalledWith(suggestions[1], 'Nordhaus', 'direct');
    const select = [...host.querySelectorAll('select')].at(-1);
    choose(select, 'new leader');
    expect(actions.onNewBrand).toHaveBeenLastCalledWith(suggestions[1], 'Nordhaus', 'leader');
    choose(select, 'b1');
    expect(actions.onJoin).toHaveBeenLastCalledWith(suggestions[1], 'b1');
    press('Do not offer Nordhaus again');
    expect(actions.onDismiss).toHaveBeenCalledWith(suggestions[1]);
  });

  it('is told in number where there is no room', () => {
    const { text } = draw(1);
    expect(text).not.toContain('Nordhaus');
    expect(text).toContain('1 more under Brands and accounts');
  });
});

describe('what is known of a brand', () => {
  it('is one line that unfolds, and can be said and taken back', () => {
    speak('fr');
    const onChange = vi.fn();
    const of = { ...study([]), industry: 'retail' as const };
    const text = show(<BrandDetails brand={brand({ country: 'BE', audience: 'b2b' })} study={of} onChange={onChange} />);
    expect(text).toContain('Belgique · Entreprises (B2B)');
    expect(host.querySelector('select')).toBeNull();
    const details = host.querySelector('details');
    act(() => {
      if (details) details.open = true;
      details?.dispatchEvent(new Event('toggle'));
    });
    const [industry, country, audience] = host.querySelectorAll('select');
    expect(industry?.options[0]?.text).toBe('comme l’étude\u202f: commerce de détail');
    expect(country?.options.length).toBe(250);
    choose(country, 'CH');
    choose(audience, '');
    choose(industry, 'fashion');
    expect(onChange.mock.calls).toEqual([[{ country: 'CH' }], [{ audience: undefined }], [{ industry: 'fashion' }]]);
  });

  it('narrows the benchmark, and each filter takes itself off', () => {
    const brands = [brand({ country: 'FR', audience: 'both' }), brand({ id: 'b2', role: 'direct' })];
    const onFilter = vi.fn();
    const filter = { role: null, audience: 'b2c' as const, country: 'FR' };
    show(<BrandFilters brands={brands} filter={filter} onFilter={onFilter} />);
    const [role, audience, country] = host.querySelectorAll('select');
    expect([...(audience?.options ?? [])].map(({ value }) => value)).toEqual(['', 'b2b', 'b2c']);
    expect([...(country?.options ?? [])].map(({ text }) => text)).toEqual(['All countries', 'France']);
    choose(role, 'direct');
    expect(onFilter).toHaveBeenLastCalledWith({ role: 'direct' });
    expect(show(<BrandChips brands={brands} filter={filter} shown={1} onFilter={onFilter} />)).toContain('1 of 2 brands');
    press('Country: France');
    expect(onFilter).toHaveBeenLastCalledWith({ country: null });
  });

  it('offers no filter of which nothing is known', () => {
    const none = { role: null, audience: null, country: null };
    show(<BrandFilters brands={[brand()]} filter={none} onFilter={() => undefined} />);
    expect(host.querySelectorAll('select')).toHaveLength(1);
  });
});

describe('a name', () => {
  it('that is being typed outlives a new drawing, is taken as a whole, and never left empty', () => {
    const onName = vi.fn();
    const draw = (value: string) => show(<NameInput label={t('brand_name')} value={value} onName={onName} />);
    const input = () => host.querySelector('input') as HTMLInputElement;
    const event = (kind: string, text: string) =>
      act(() => {
        input().value = text;
        input().dispatchEvent(new Event(kind, { bubbles: true }));
      });
    draw('Spring');
    event('input', 'Summ');
    draw('Spring');
    expect(input().value).toBe('Summ');
    event('change', ' Summer ');
    expect(onName.mock.calls).toEqual([['Summer']]);
    draw('Summer');
    expect(input().value).toBe('Summer');
    event('input', ' ');
    event('change', ' ');
    expect([onName.mock.calls.length, input().value]).toEqual([1, 'Summer']);
  });
});

describe('the chooser of studies', () => {
  it('groups them by client', () => {
    const studies = [{ ...newStudy('a', 'Spring', 0), client: 'Orvane' }, newStudy('b', 'Mine', 0)];
    const [first] = studies;
    if (!first) return;
    show(<StudyBar studies={studies} study={first} onChoose={() => undefined} onPeriod={() => undefined} onNew={() => undefined} />);
    const [select] = host.querySelectorAll('select');
    expect(select?.value).toBe('a');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual(['Mine', 'Spring']);
    expect(select?.querySelector('optgroup')?.label).toBe('Orvane');
  });
});

describe('the gauge of the popup', () => {
  const standing: AccountStanding = {
    ...{ studyName: 'S', sample: false, role: 'own', own: figure(0.006, 0.004, 0.007), peers: figure(0.01), brands: 2 },
    ...{ difference: 'below', posts: 8, snapshots: 1, newest: null, audit: null },
  };

  it('says in one line how the newest post does, and nothing where that is not measurable', () => {
    expect(show(<StandingGauge standing={standing} />)).not.toContain('Newest');
    const newest = { published: Date.UTC(2020, 4, 2, 12), times: 1.4, low: 1.1, high: 1.8 };
    const text = show(<StandingGauge standing={{ ...standing, newest }} />);
    expect(text).toContain('Newest post, 2 May 2020: ×1.40 expected (1.10–1.80)');
    expect(host.querySelectorAll('svg')).toHaveLength(1);
  });

  it('asks for a competitor’s page only of a brand that is in a study', () => {
    const alone = { ...standing, brands: 0, peers: figure(null), difference: null };
    expect(show(<StandingGauge standing={alone} />)).toContain('capture a competitor');
    expect(show(<StandingGauge standing={{ ...alone, studyName: null }} />)).not.toContain('capture a competitor');
  });
});
