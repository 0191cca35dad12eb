// @vitest-environment happy-dom
import './browser';

import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { CaptureList } from '../../components/CaptureList';
import { OwnTimes } from '../../components/OwnTimes';
import { RETENTIONS, RetentionChoice } from '../../components/RetentionChoice';
import { goingWords, heldWords, RetentionHeld } from '../../components/RetentionHeld';
import type { SnapshotSummary } from '../../lib/model/records';
import type { AccountRecord } from '../../lib/model/rollup';
import { addBrand, newStudy } from '../../lib/study-edits';
import { speak } from './browser';
import { host, show } from './host';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 29, 6);
const account = (accountKey: string) =>
  ({ accountKey, network: 'x', name: accountKey, handle: accountKey, snapshots: 3, url: null, lastSeenAt: NOW }) as AccountRecord;
const accounts = [account('x:a'), account('x:b')];
const study = addBrand(newStudy('s', 'Spring', 0), '1', 'One', 'own', ['x:a']);
const selects = () => [...host.querySelectorAll('select')];
const button = (words: string) => [...host.querySelectorAll('button')].find((each) => each.textContent?.includes(words));
const choose = (select: HTMLSelectElement | undefined, value: string) => {
  if (!select) throw new Error('no such choice');
  select.value = value;
  act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
};

describe('how long captures are kept', () => {
  const words = { title: 'Kept', why: 'Because', keep: 'Keep', from: null };
  it('shows what is set until what was chosen stands', () => {
    const onMonths = vi.fn();
    show(<RetentionChoice words={words} options={RETENTIONS} months={24} onMonths={onMonths} />);
    choose(selects()[0], '6');
    expect(onMonths).toHaveBeenCalledExactlyOnceWith(6);
    expect(selects()[0]?.value).toBe('24');
    choose(selects()[0], 'null');
    expect(onMonths).toHaveBeenLastCalledWith(null);
  });

  it('shows a time that is not among those offered', () => {
    const text = show(<RetentionChoice words={words} options={RETENTIONS} months={18} onMonths={vi.fn()} />);
    expect(text).toContain('18 months');
    expect(selects()[0]?.value).toBe('18');
  });
});

describe('times of their own', () => {
  const draw = (own: Record<string, number | null>, onMonths = vi.fn(), keepMonths?: number | null) => {
    const studies = [keepMonths === undefined ? study : { ...study, keepMonths }];
    show(<OwnTimes accounts={accounts} studies={studies} own={own} general={24} onMonths={onMonths} />);
    return onMonths;
  };
  it('lists who has one, changes it and takes it back', () => {
    const onMonths = draw({ 'x:b': null }, vi.fn(), 6);
    expect([...host.querySelectorAll('li')].map((line) => line.querySelector('select')?.value)).toEqual(['6', 'null']);
    choose(selects()[1], '12');
    expect(onMonths).toHaveBeenLastCalledWith({ account: accounts[1] }, 12);
    act(() => button('Keep like the others')?.click());
    expect(onMonths).toHaveBeenLastCalledWith({ study: { ...study, keepMonths: 6 } }, undefined);
  });

  it('gives one to those that have none', () => {
    const onMonths = draw({ 'x:b': 6 });
    const [, which, months] = selects();
    expect([...(which?.options ?? [])].map(({ value }) => value)).toEqual(['', 'study s', 'x:a']);
    expect(button('Set')?.disabled).toBe(true);
    choose(which, 'x:a');
    choose(months, 'null');
    act(() => button('Set')?.click());
    expect(onMonths).toHaveBeenCalledExactlyOnceWith({ account: accounts[0] }, null);
  });
});

describe('what is held back', () => {
  const going = { captures: ['a', 'b'], accounts: 1, oldest: NOW - 800 * DAY };
  const held = { captures: 2, accounts: 1, oldest: going.oldest, why: 'clock', now: NOW + 3650 * DAY, seen: NOW } as const;
  it('says why, how many, and both ways out', () => {
    const [onErase, onKeep] = [vi.fn(), vi.fn()];
    const text = show(<RetentionHeld held={held} going={going} onErase={onErase} onKeep={onKeep} />);
    expect(text).toContain('2036');
    expect(text).toContain('2 captures of 1 account are older');
    button('The date is right')?.click();
    button('Keep everything')?.click();
    expect([onErase.mock.calls.length, onKeep.mock.calls.length]).toEqual([1, 1]);
  });

  it('has words for each reason in both languages', () => {
    for (const language of ['en-GB', 'fr-FR']) {
      speak(language);
      const said = (['clock', 'brought', 'first'] as const).map((why) => heldWords({ ...held, why }));
      expect(new Set(said).size).toBe(3);
      expect(said.join()).not.toContain('held_');
      expect(goingWords('retention_ask', going)).toMatch(/^2 captures (of|de) 1 (account|compte) /);
    }
    speak('en-GB');
  });

  it('offers nothing to erase where nothing is old any more', () => {
    show(<RetentionHeld held={held} going={{ captures: [], accounts: 0, oldest: null }} onErase={vi.fn()} onKeep={vi.fn()} />);
    expect(host.querySelector('button')).toBeNull();
  });
});

it('a capture of later than today is marked in the list, and no other', () => {
  const coverage = {
    ...{
      seen: 1,
      read: 1,
      unreadable: 0,
      others: 0,
      unread: {},
      hidden: {},
      conflicts: 0,
      layers: [],
      oldest: null,
      newest: null,
      partial: null,
    },
  };
  const at = (id: string, takenAt: number) =>
    ({
      id,
      takenAt,
      accountKey: 'x:a',
      network: 'x',
      url: 'https://x.com/a',
      n: 1,
      adapter: 1,
      coverage,
      doubts: [],
    }) as unknown as SnapshotSummary;
  show(
    <CaptureList
      list={[{ account: account('x:a'), captures: [at('a', NOW + 40 * DAY), at('b', NOW)] }]}
      now={NOW}
      onEraseCapture={vi.fn()}
      onEraseAccount={vi.fn()}
    />,
  );
  const marked = [...host.querySelectorAll('tr')].filter((row) => row.textContent?.includes('dated later than today'));
  expect(marked).toHaveLength(1);
});
