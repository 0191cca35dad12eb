// @vitest-environment happy-dom
import './browser';

import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { AnswerButton } from '../../components/AnswerButton';
import { AuditMissing } from '../../components/AuditMoves';
import { AuditTree } from '../../components/AuditTree';
import { GivenBox } from '../../components/GivenBox';
import { PostAnswers } from '../../components/PostAnswers';
import type { PartResult } from '../../lib/audits/audit';
import { criteria } from '../../lib/audits/index';
import { type BrandAnswers, wholeAnswers } from '../../lib/model/answers';
import { dayText } from '../../lib/typed';
import { graded, incomplete } from '../reports/runs';
import { speak } from './browser';
import { host, show } from './host';

const TODAY = new Date(2026, 10, 22, 15).getTime();
const none = wholeAnswers('b', null);
const objective = {
  ...{ id: 'o', text: 'More fans', specific: null, measurable: null, attainable: null },
  ...{ relevant: null, timed: null, business: null, ego: null },
};

/** The box over answers that change as the store's would. */
function box(answers: Partial<BrandAnswers> = {}, own = true) {
  const said = { now: { ...none, ...answers } as BrandAnswers };
  const onRemove = vi.fn();
  function Box() {
    const [now, setNow] = useState(said.now);
    said.now = now;
    return (
      <GivenBox
        {...{ brand: 'Lumen', own, answered: 2, today: TODAY, onPosts: () => undefined, onRemove }}
        answers={now}
        onEdit={(edit) => setNow(edit)}
      />
    );
  }
  show(<Box />);
  return { said, onRemove };
}
const field = (label: string): HTMLInputElement => {
  const found = [...host.querySelectorAll('label')].find((each) => each.textContent === label);
  const input = found?.htmlFor ? host.querySelector(`#${CSS.escape(found.htmlFor)}`) : found?.querySelector('input, select');
  if (!input) throw new Error(`no field ${label}`);
  return input as HTMLInputElement;
};
const type = (input: HTMLInputElement, text: string) =>
  act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
const press = (name: string) =>
  act(() => {
    const button = [...host.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
    button?.form?.requestSubmit(button);
  });
const errors = () => [...host.querySelectorAll('.field-error')].map((each) => each.textContent);

describe('figures', () => {
  it('are taken as they are typed here, and what is none stays with the reason', () => {
    const { said } = box();
    type(field('Visits to the site'), '12,400');
    type(field('Conversions'), '310');
    expect(said.now.figures).toEqual({ visits: 12_400, conversions: 310 });
    type(field('Cost of a lead'), 'a lot');
    expect(errors()).toEqual(['This is no number of 0 or more. Write it like 1,250.']);
    expect([field('Cost of a lead').value, field('Cost of a lead').getAttribute('aria-invalid')]).toEqual(['a lot', 'true']);
    type(field('Cost of a lead'), '8.5');
    expect(errors()).toEqual([]);
    type(field('Conversions'), '13000');
    type(field('Visits to the site'), '12.5');
    expect(errors()).toEqual(['This is counted in whole numbers.', 'There cannot be more conversions than visits.']);
    expect(said.now.figures).toEqual({ visits: 12_400, conversions: 310, costPerLead: 8.5 });
    // What was too much beside the visits of then is taken with those of now.
    type(field('Visits to the site'), '20,000');
    expect(errors()).toEqual([]);
    expect(said.now.figures).toEqual({ visits: 20_000, conversions: 13_000, costPerLead: 8.5 });
    type(field('Conversions'), '');
    type(field('Visits to the site'), ' ');
    type(field('Cost of a lead'), '');
    expect(said.now.figures).toBeUndefined();
  });

  it('that were kept and cannot both be say so', () => {
    box({ figures: { visits: 1000, conversions: 2000 } });
    expect(new Set(errors())).toEqual(new Set(['There cannot be more conversions than visits.']));
    type(field('Conversions'), '20');
    expect(errors()).toEqual([]);
  });

  it('say what a half of a pair waits for, and read French numbers in French', () => {
    speak('fr-FR');
    const { said } = box({ figures: { costPerLead: 8.5 } });
    expect(host.textContent).toContain('Compte dès qu’il y a aussi\u202f: Plafond pour un prospect.');
    expect(field('Coût d’un prospect').value).toBe('8,5');
    type(field('Plafond pour un prospect'), '1 234,5');
    expect(said.now.figures).toEqual({ costPerLead: 8.5, leadCeiling: 1234.5 });
  });
});

describe('objectives', () => {
  it('are added in their own words, judged one by one, and removed with a way back', () => {
    const { said, onRemove } = box();
    press('Add objective');
    expect(errors()).toEqual(['Write the objective first.']);
    const line = field('Another objective, in its own words');
    act(() => {
      line.value = '  200 leads by June ';
      line.dispatchEvent(new Event('input', { bubbles: true }));
    });
    press('Add objective');
    expect(errors()).toEqual([]);
    expect(said.now.objectives).toMatchObject([{ text: '200 leads by June', specific: null, ego: null }]);
    type(field('Datednot judged yetYesNo'), 'yes');
    type(field('More than vanitynot judged yetYesNo'), 'no');
    expect(said.now.objectives).toMatchObject([{ timed: true, ego: true, specific: null }]);
    act(() => host.querySelector<HTMLButtonElement>('.given-objective .icon-button')?.click());
    expect(onRemove).toHaveBeenCalledWith('objectives', said.now.objectives?.[0], '200 leads by June');
  });

  it('may be none, which is said and not assumed', () => {
    const { said } = box();
    const check = field('There is no written objective (counts as failed)');
    act(() => check.click());
    expect(said.now.objectives).toEqual([]);
    act(() => check.click());
    expect(said.now.objectives).toBeUndefined();
  });
});

it('a mention needs a day that has been and a note; what is missing is said and what was typed stays', () => {
  const { said } = box({}, false);
  const [day, note] = [field('Day'), field('Where, and what about')];
  expect(day.value).toBe(dayText(TODAY));
  const put = (input: HTMLInputElement, text: string) =>
    act(() => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
  put(day, '2026-11-23');
  press('Add mention');
  expect(errors()).toEqual(['This day has not come yet.', 'Say where it was, so that you find it again.']);
  put(note, 'forum.example/1');
  put(day, '');
  expect(errors()).toEqual(['This is no day of the calendar.']);
  put(day, '2026-11-20');
  press('Add mention');
  expect(said.now.mentions).toMatchObject([{ note: 'forum.example/1', at: new Date(2026, 10, 20, 12).getTime(), answered: null }]);
  expect(host.querySelector('.given-mentions tbody')?.textContent).toContain('20 Nov 2026forum.example/1');
  expect(host.textContent).toContain('0 judged; from five on they count.');
});

it('of a brand that is not one’s own only mentions and posts are asked', () => {
  box({ objectives: [objective] }, false);
  expect([...host.querySelectorAll('h3')].map((each) => each.textContent)).toEqual(['Mentions', 'Posts, one by one']);
  box({}, true);
  expect(host.querySelectorAll('h3')).toHaveLength(6);
});

describe('the way to where a criterion is answered', () => {
  const part = (state: PartResult['state'], need: PartResult['need']) => ({ state, need, measure: null, network: 'x' as const });

  it.each(criteria.filter(({ needs }) => needs.some((need) => /strategy|ownerData|register|mentions|tags/.test(need))).map(({ id }) => id))(
    'is there for %s while nothing is said',
    (id) => {
      const onAnswer = vi.fn();
      const [need = null] = criteria.find((each) => each.id === id)?.needs ?? [];
      show(<AnswerButton id={id} part={part('manual', need)} onAnswer={onAnswer} />);
      host.querySelector('button')?.click();
      expect(onAnswer).toHaveBeenCalledWith(id, expect.any(String), 'x');
    },
  );

  it('is nowhere where no answer would help, and not in an audit of the past', () => {
    const shown = (node: preact.ComponentChild) => {
      show(node);
      return host.querySelector('button') !== null;
    };
    const onAnswer = () => undefined;
    expect(shown(<AnswerButton id="engagement" part={part('not-captured', 'posts')} onAnswer={onAnswer} />)).toBe(false);
    expect(shown(<AnswerButton id="openness" part={part('not-captured', 'posts')} onAnswer={onAnswer} />)).toBe(false);
    expect(shown(<AnswerButton id="charter" part={part('not-applicable', null)} onAnswer={onAnswer} />)).toBe(false);
    expect(shown(<AnswerButton id="charter" part={part('manual', 'register')} onAnswer={null} />)).toBe(false);
    expect(shown(<AnswerButton id="charter" part={part('manual', 'register')} onAnswer={onAnswer} />)).toBe(true);
  });

  it('stands beside what the audit waits for, once for each place', () => {
    show(<AuditMissing run={incomplete} onAnswer={() => undefined} />);
    const buttons = [...host.querySelectorAll('button')].map((each) => each.textContent);
    expect(buttons.length).toBeGreaterThan(0);
    expect(new Set(buttons).size).toBe(buttons.length);
  });
});

it('what waits for a look is listed with the way to its post, and to where it is said', () => {
  const open = [{ id: 'disclosed', passed: null, where: 'instagram:p1', saw: null }];
  const waiting = {
    state: 'manual',
    why: { from: 'audit', reason: 'to-confirm' },
    need: 'human',
    score: null,
    low: null,
    high: null,
  } as const;
  const part: PartResult = { ...waiting, network: null, measure: null, curve: null, open };
  const changed = graded.criteria.map((result) => (result.id === 'disclosure' ? { ...result, ...waiting, parts: [part] } : result));
  const run = { ...graded, criteria: changed, findings: graded.findings.filter(({ criterion }) => criterion !== 'disclosure') };
  const posts = new Map([['instagram:p1', { text: 'Code promo LUMEN20', url: null, published: null }]]);
  const [onPost, onAnswer] = [vi.fn(), vi.fn()];
  show(<AuditTree run={run} posts={posts} onPosts={() => undefined} onPost={onPost} onAnswer={onAnswer} />);
  const own = [...host.querySelectorAll('.audit-criterion')].find((each) => each.textContent?.includes('L1'));
  expect(own?.textContent).toContain('Says that it is advertising');
  for (const button of own?.querySelectorAll('button') ?? []) button.click();
  expect([onPost.mock.calls, onAnswer.mock.calls]).toEqual([[['instagram:p1']], [['disclosure', 'posts', null]]]);
});

it('a post is answered one question at a time, and taken back', () => {
  const onAnswer = vi.fn();
  show(<PostAnswers answer={{ closed: true, critics: 'answered' }} own onAnswer={onAnswer} />);
  const selects = [...host.querySelectorAll('select')];
  expect(selects.map(({ value }) => value)).toEqual(['no', 'yes', '']);
  for (const [index, value] of [
    [0, 'yes'],
    [1, ''],
    [2, 'none'],
  ] as const)
    type(selects[index] as unknown as HTMLInputElement, value);
  expect(onAnswer.mock.calls).toEqual([[{ closed: false }], [{ critics: undefined }], [{ advertising: 'none' }]]);
  show(<PostAnswers answer={{}} own={false} onAnswer={onAnswer} />);
  expect(host.querySelectorAll('select')).toHaveLength(2);
});
