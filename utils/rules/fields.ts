import { RULE_FIELDS, type RuleField } from './schema/condition';

export function fieldBit(field: RuleField): number {
  return 1 << RULE_FIELDS.indexOf(field);
}

export function fieldBits(fields: readonly RuleField[]): number {
  return fields.reduce((bits, field) => bits | fieldBit(field), 0);
}

/** What a condition reads that names no field: an account's name is never searched by accident. */
export const DEFAULT_FIELDS = fieldBits(['title', 'text', 'hashtag']);
