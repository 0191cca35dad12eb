import { wilson } from '../../stats/wilson';
import type { Check, Criterion } from '../audit';
import type { OwnerData } from '../given';
import { checked, unmeasured } from '../measured';

/** A shop converts two to four visits in a hundred. */
const CONVERSION = 0.02;
/** Money for production and animation, the rest for advertising; and how far from there is still there. */
const PRODUCTION = 0.6;
const TOLERANCE = 0.05;

/** Whether the business figures are where they are meant to be: conversion, cost of a customer and of a lead, split of the budget. What few visits cannot decide stays open. */
export const thresholds: Criterion = {
  ...{ id: 'thresholds', code: 'B3', category: 'business', keys: ['commerce', 'measure'], weight: 2, version: 1 },
  ...{ needs: ['ownerData'], scope: 'brand', effort: 'L' },
  measure({ own, owner }) {
    if (!own) return unmeasured('not-applicable', 'competitor', null);
    const checks = owner ? checksOf(owner) : [];
    return checks.length ? checked(checks) : unmeasured('owner-only', 'no-owner-data', 'ownerData');
  },
  curve: () => ({ kind: 'checks', basis: { kind: 'house' } }),
};

function checksOf({ visits, conversions, costPerAcquisition, costPerLead, budget }: OwnerData): Check[] {
  const checks: Check[] = [];
  const add = (id: string, passed: boolean | null) => checks.push({ id, passed, where: null, saw: null });
  if (visits && conversions !== undefined && conversions <= visits) {
    const { low, high } = wilson(conversions, visits);
    add('conversion', low >= CONVERSION ? true : high < CONVERSION ? false : null);
  }
  if (costPerAcquisition) add('costPerAcquisition', costPerAcquisition.value <= costPerAcquisition.ceiling);
  if (costPerLead) add('costPerLead', costPerLead.value <= costPerLead.ceiling);
  const all = budget ? budget.production + budget.advertising : 0;
  // Rounded: 65 of 100 is 0.05 away, and a float may say a little more.
  if (budget && all > 0) add('budget', Math.abs(budget.production / all - PRODUCTION) <= TOLERANCE + 1e-9);
  return checks;
}
