import type { BrandAnswers, Kpi, MentionAnswer, Objective, OwnerFigures, RegisterAnswers } from './model/answers';

interface Lists {
  objectives: Objective;
  kpis: Kpi;
  mentions: MentionAnswer;
}
export type ListName = keyof Lists;
type Edit = (before: BrandAnswers) => BrandAnswers;

const listOf = <K extends ListName>(answers: BrandAnswers, name: K): Lists[K][] => (answers[name] ?? []) as Lists[K][];
const withList = <K extends ListName>(answers: BrandAnswers, name: K, list: Lists[K][] | undefined): BrandAnswers => ({
  ...answers,
  [name]: list,
});

/** Adds to a list, at a place or at its end; what is in it already is left where it is. */
export const adding =
  <K extends ListName>(name: K, item: Lists[K], place?: number): Edit =>
  (before) => {
    const list = listOf(before, name);
    if (list.some(({ id }) => id === item.id)) return before;
    return withList(before, name, list.toSpliced(place ?? list.length, 0, item));
  };

/** Changes one of a list. */
export const editing =
  <K extends ListName>(name: K, id: string, change: Partial<Lists[K]>): Edit =>
  (before) =>
    withList(
      before,
      name,
      listOf(before, name).map((item) => (item.id === id ? { ...item, ...change } : item)),
    );

/** Takes one off a list; an empty list is none, for who removed the last objective has not said that there is none. */
export const removing =
  (name: ListName, id: string): Edit =>
  (before) => {
    const rest = listOf(before, name).filter((item) => item.id !== id);
    return withList(before, name, rest.length ? rest : undefined);
  };

/** Says that there is no objective, or takes that back. */
export const declaringNone =
  (none: boolean): Edit =>
  (before) =>
    before.objectives?.length ? before : { ...before, objectives: none ? [] : undefined };

/** Changes figures of the owner; undefined takes one back. */
export const figuring =
  (change: Partial<OwnerFigures>): Edit =>
  (before) => {
    const figures = { ...before.figures, ...change };
    return { ...before, figures: Object.values(figures).every((figure) => figure === undefined) ? undefined : figures };
  };

export const NO_REGISTER: RegisterAnswers = { charter: null, roles: null, escalation: null, backedUpAt: null };

/** Changes what is said to be written down; null takes it back. */
export const registering =
  (change: Partial<RegisterAnswers>): Edit =>
  (before) => {
    const register = { ...NO_REGISTER, ...before.register, ...change };
    return { ...before, register: Object.values(register).every((part) => part === null) ? undefined : register };
  };
