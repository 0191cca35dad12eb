import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { formatCount, language, t } from '../lib/i18n';
import { dayText, dayTyped, numberTyped } from '../lib/typed';

interface FieldProps {
  label: string;
  /** What is wrong with what was typed, in plain words. */
  error: string | null;
  /** What helps to fill it. */
  hint?: ComponentChildren;
  input: InputHTMLAttributes;
}

/** A field with its label above it and what is wrong with it below; what was typed stays. */
export function CheckedField({ label, error, hint, input }: FieldProps) {
  const id = useId();
  return (
    <div class="checked-field">
      <label for={id}>{label}</label>
      <input {...input} id={id} aria-invalid={error !== null} aria-describedby={`${id}-words`} />
      <p id={`${id}-words`} class={error === null ? 'muted hint' : 'field-error'} role={error === null ? undefined : 'alert'}>
        {error ?? hint}
      </p>
    </div>
  );
}

interface Valued<T> {
  label: string;
  value: T | undefined;
  /** Why a value cannot be, beside its form. */
  refuse?: (value: T) => string | null;
  hint?: string | undefined;
  onValue: (value: T | undefined) => void;
}

/** What was typed until it is taken, and why it is not. */
function useTyped<T>(value: T | undefined, written: (value: T) => string, read: (typed: string) => T | string, props: Valued<T>) {
  const [draft, setDraft] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  useEffect(() => setDraft(null), [value]);
  const check = (typed: string): { found: T | undefined; wrong: string | null } => {
    if (typed.trim() === '') return { found: undefined, wrong: null };
    const found = read(typed);
    return typeof found === 'string' ? { found: undefined, wrong: found } : { found, wrong: props.refuse?.(found) ?? null };
  };
  const take = (typed: string) => {
    const { found, wrong } = check(typed);
    setLeft(wrong !== null);
    setDraft(wrong === null ? null : typed);
    if (wrong === null) props.onValue(found);
  };
  // What was taken may be wrong all the same: two figures of a pair that were typed faster than the first of them was kept.
  const taken = draft === null && value !== undefined ? (props.refuse?.(value) ?? null) : null;
  const error = left && draft !== null ? check(draft).wrong : taken;
  // What could not be beside another figure is taken once that one has changed.
  useEffect(() => {
    if (left && draft !== null && error === null) take(draft);
  }, [error]);
  return {
    error,
    input: {
      value: draft ?? (value === undefined ? '' : written(value)),
      onInput: (event: { currentTarget: EventTarget }) => {
        setLeft(false);
        setDraft((event.currentTarget as HTMLInputElement).value);
      },
      onChange: (event: { currentTarget: EventTarget }) => take((event.currentTarget as HTMLInputElement).value),
    },
  };
}

const MOST = 1e12;

/** A number of 0 or more, as it is typed here or there; `whole` for what is counted. */
export function NumberField(props: Valued<number> & { whole?: boolean }) {
  const { label, value, hint, whole = false } = props;
  const written = (number: number) =>
    whole ? formatCount(number) : new Intl.NumberFormat(language(), { maximumFractionDigits: 6 }).format(number);
  const read = (typed: string) => {
    const number = numberTyped(typed, language());
    if (number === null || number > MOST) return t('field_no_number', written(1250));
    return whole && !Number.isInteger(number) ? t('field_not_whole') : number;
  };
  const { error, input } = useTyped(value, written, read, props);
  return <CheckedField label={label} error={error} hint={hint} input={{ ...input, inputMode: 'decimal', autoComplete: 'off' }} />;
}

/** A day up to today, as epoch ms. */
export function DayField(props: Valued<number> & { today: number }) {
  const { label, value, hint, today } = props;
  const last = dayText(today);
  const read = (typed: string) => {
    const time = dayTyped(typed);
    if (time === null) return t('field_no_day');
    return typed > last ? t('field_day_ahead') : time;
  };
  const { error, input } = useTyped(value, dayText, read, props);
  return <CheckedField label={label} error={error} hint={hint} input={{ ...input, type: 'date', max: last }} />;
}
