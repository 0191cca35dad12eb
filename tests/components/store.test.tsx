// @vitest-environment happy-dom
import './browser';

import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { EraseChoices } from '../../components/EraseChoices';
import { checkWords, Integrity, restoredWords } from '../../components/Integrity';
import { RestoreBox, type RestoreStep, refusalWords } from '../../components/RestoreBox';
import { StoreFacts } from '../../components/StoreFacts';
import { WorkProgress } from '../../components/WorkProgress';
import { backupIsDue } from '../../lib/backup-age';
import { formatBytes } from '../../lib/i18n';
import type { AccountRecord } from '../../lib/model/rollup';
import type { BackupFault } from '../../lib/store/backup-file';
import { addBrand, newStudy } from '../../lib/study-edits';
import { speak } from './browser';
import { host, show } from './host';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 29, 6);
const button = (words: string) => [...host.querySelectorAll('button')].find((each) => each.textContent?.includes(words));

describe('sizes', () => {
  it('are written in the unit that people read them in', () => {
    expect([0, 999, 12_345, 4_210_000, 2e9].map(formatBytes)).toEqual(['0 byte', '999 byte', '12.3 kB', '4.21 MB', '2 GB']);
    speak('fr-FR');
    expect(formatBytes(12_340_000)).toBe('12,3\u202fMo');
  });
});

describe('the reminder of a backup', () => {
  const age = (lastBackup: number | null, firstCapture: number | null, lastCapture: number | null) =>
    backupIsDue({ lastBackup, firstCapture, lastCapture }, NOW);
  it('comes when the last one is older than thirty days and something is newer', () => {
    expect(age(NOW - 31 * DAY, NOW - 90 * DAY, NOW - DAY)).toBe(true);
    expect(age(NOW - 29 * DAY, NOW - 90 * DAY, NOW - DAY)).toBe(false);
    expect(age(NOW - 31 * DAY, NOW - 90 * DAY, NOW - 32 * DAY)).toBe(false);
  });
  it('leaves a newcomer alone, and comes once there is a month to lose', () => {
    expect(age(null, null, null)).toBe(false);
    expect(age(null, NOW - 2 * DAY, NOW)).toBe(false);
    expect(age(null, NOW - 31 * DAY, NOW - 31 * DAY)).toBe(true);
  });
});

describe('what is kept', () => {
  const state = { captures: 12, posts: 340, accounts: 3, ahead: 0, bytes: null, persistent: null, lastBackup: null };
  it('says what is not known instead of a zero', () => {
    const text = show(<StoreFacts state={state} now={NOW} onPersist={vi.fn()} />);
    expect(text).toContain('not told by the browser');
    expect(text).toContain('Protection unknown');
    expect(text).toContain('never');
    expect(text).not.toMatch(/0 byte|NaN|null/);
  });
  it('offers to ask for protection only where it was refused', () => {
    const onPersist = vi.fn();
    show(<StoreFacts state={{ ...state, persistent: true }} now={NOW} onPersist={onPersist} />);
    expect(host.querySelector('button')).toBeNull();
    show(<StoreFacts state={{ ...state, persistent: false }} now={NOW} onPersist={onPersist} />);
    host.querySelector('button')?.click();
    expect(onPersist).toHaveBeenCalledOnce();
  });
});

describe('a check', () => {
  const whole = { at: NOW, captures: 12, missing: 0, orphans: 0, journaled: 0, restored: null };
  const restored = { at: NOW, why: 'incomplete', captures: 12, regained: 2, lost: 0 } as const;
  it('says what was found, and why the store was made again', () => {
    expect(checkWords(whole)).toBe('All 12 captures are whole.');
    expect(checkWords({ ...whole, missing: 2, restored })).toBe(
      '2 captures were missing or damaged in the database. Records were missing or damaged in the database. It was made anew with 12 captures. 2 of them came back from their copies. Nothing is lost.',
    );
    expect(checkWords({ ...whole, journaled: 1 })).not.toContain('whole');
  });
  it('never says that nothing is lost when something is', () => {
    const words = restoredWords({ ...restored, lost: 3 });
    expect(words).toContain('3 captures');
    expect(words).not.toContain('Nothing is lost');
  });
  it('starts nothing while something long is under way, and keeps the focus on its button', () => {
    const [onCheck, onCancel] = [vi.fn(), vi.fn()];
    const draw = (busy: boolean) =>
      show(
        <Integrity
          {...{ check: null, restored: [], now: NOW, busy, onCheck, onRebuild: vi.fn(), onCancel }}
          work={busy ? { label: 'Checking', done: 3, of: 12 } : null}
        />,
      );
    draw(false);
    button('Check now')?.focus();
    draw(true);
    expect(document.activeElement).toBe(button('Check now'));
    button('Check now')?.click();
    expect(onCheck).not.toHaveBeenCalled();
    const stop = button('Stop');
    stop?.focus();
    stop?.click();
    expect(onCancel).toHaveBeenCalledOnce();
    draw(false);
    expect(document.activeElement).toBe(button('Check now'));
  });
});

describe('progress', () => {
  it('is read aloud in tenths and shown in full', () => {
    const text = show(<WorkProgress work={{ label: 'Checking', done: 1234, of: 9999 }} />);
    expect(text).toContain('1,234 of 9,999');
    expect(host.querySelector('[role=status]')?.textContent).toBe('Checking 10%');
    expect(host.querySelector('progress')?.value).toBe(1234);
  });
  it('claims no share of what is not counted yet', () => {
    show(<WorkProgress work={{ label: 'Reading', done: 7, of: 0 }} />);
    expect(host.querySelector('progress')?.hasAttribute('value')).toBe(false);
    expect(host.querySelector('[role=status]')?.textContent).toBe('Reading');
  });
});

describe('a restore', () => {
  const draw = (at: RestoreStep, rest: Partial<Parameters<typeof RestoreBox>[0]> = {}) =>
    show(<RestoreBox at={at} work={null} busy={false} onFile={vi.fn()} onConfirm={vi.fn()} onCancel={vi.fn()} {...rest} />);
  const faults: BackupFault[] = ['no-backup', 'newer', 'damaged', 'cut-off', 'too-large', 'bad-content'];

  it.each(['en-GB', 'fr-FR'])('has words of its own for every fault, each saying that nothing changed: %s', (language) => {
    speak(language);
    const said = faults.map((fault) => refusalWords(fault, 12));
    expect(new Set(said).size).toBe(faults.length);
    for (const fault of faults) {
      expect(refusalWords(fault, 12)).not.toContain('refused_');
      const text = draw({ step: 'refused', file: 'old.gz', fault, line: 12 });
      expect(text).toMatch(/Nothing was changed|Rien n’a été modifié/);
      expect(text).toContain('old.gz');
    }
  });

  const summary = { captures: 40, known: 15, posts: 900, accounts: 4, studies: 1, runs: 2, from: NOW - 60 * DAY, to: NOW - DAY };
  it('shows what would come in and waits for a yes', () => {
    const [onConfirm, onCancel] = [vi.fn(), vi.fn()];
    const text = draw({ step: 'summary', file: 'a.gz', summary }, { onConfirm, onCancel });
    expect([...host.querySelectorAll('dd')].map((cell) => cell.textContent).slice(0, 5)).toEqual(['25', '15', '900', '4', '1']);
    expect(text).toContain('Nothing has been changed yet');
    expect(host.querySelector('input[type=file]')).toBeNull();
    button('Cancel')?.click();
    expect(onCancel).toHaveBeenCalledOnce();
    button('Bring it in')?.click();
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it('offers no stop once captures are being written', () => {
    draw({ step: 'bringing' }, { busy: true, work: { label: 'Bringing', done: 0, of: 0 } });
    expect(button('Stop')).toBeDefined();
    draw({ step: 'bringing' }, { busy: true, work: { label: 'Bringing', done: 4, of: 25 } });
    expect(button('Stop')).toBeUndefined();
  });

  it('takes a dropped file, and none while something is under way', () => {
    const onFile = vi.fn();
    const drop = () => {
      const event = new Event('drop', { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { files: [new File(['x'], 'a.gz')] } });
      host.querySelector('section')?.dispatchEvent(event);
      return event.defaultPrevented;
    };
    draw({ step: 'choose' }, { onFile, busy: true });
    expect(drop()).toBe(true);
    expect(onFile).not.toHaveBeenCalled();
    draw({ step: 'choose' }, { onFile });
    drop();
    expect(onFile).toHaveBeenCalledOnce();
  });
});

describe('erasing', () => {
  const account = (accountKey: string, snapshots: number) =>
    ({ accountKey, network: 'x', name: accountKey, handle: accountKey, snapshots }) as AccountRecord;
  const accounts = [account('x:a', 3), account('x:b', 5)];
  const study = addBrand(newStudy('s', 'Spring', 0), '1', 'One', 'own', ['x:a', 'x:b']);
  const choose = (select: HTMLSelectElement | undefined | null, value: string) => {
    if (!select) throw new Error('no such choice');
    select.value = value;
    act(() => void select.dispatchEvent(new Event('change', { bubbles: true })));
  };
  const press = (words: string, among: ParentNode = host) =>
    act(() => [...among.querySelectorAll('button')].find((each) => each.textContent?.trim() === words)?.click());

  it('says how much goes, and then erases what was chosen', () => {
    const onErase = vi.fn();
    show(<EraseChoices accounts={accounts} studies={[study]} onErase={onErase} />);
    choose(host.querySelectorAll('select')[1], 's');
    press('Erase study');
    const dialog = host.querySelector('dialog');
    expect(dialog?.textContent).toContain('8 captures');
    expect(onErase).not.toHaveBeenCalled();
    act(() => void dialog?.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(onErase).toHaveBeenCalledWith({ study });
  });

  it('asks for a typed word before everything goes', () => {
    const onErase = vi.fn();
    show(<EraseChoices accounts={accounts} studies={[]} onErase={onErase} />);
    press('Erase everything');
    const form = host.querySelector('dialog form');
    act(() => void form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(onErase).not.toHaveBeenCalled();
    const input = host.querySelector<HTMLInputElement>('dialog input');
    if (!input) throw new Error('no word is asked for');
    input.value = 'erase';
    act(() => void input.dispatchEvent(new Event('input', { bubbles: true })));
    act(() => void form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
    expect(onErase).toHaveBeenCalledWith('everything');
  });
});
