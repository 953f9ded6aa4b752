import { describe, expect, test } from 'vitest';
import { withLateFindings } from '@/entrypoints/scanner.content/media-draft';
import { makeDraft, makeFinding } from '../../support/builders';

const draft = makeDraft();
const ofFile = makeFinding({ rule: 'file-says-ai', category: '2025-4/ai-label-missing', spans: [] });

describe('a draft that is not filed yet', () => {
  test('gets what rules have found since in the files of its post, with its category', () => {
    const now = withLateFindings(draft, [...draft.findings, ofFile]);
    expect(now.findings).toEqual([...draft.findings, ofFile]);
    expect(now.categories).toEqual([...draft.categories, ofFile.category]);
    expect({ ...now, findings: draft.findings, categories: draft.categories }).toEqual(draft);
  });

  test('is not filed under what is a clue alone', () => {
    const clue = { ...ofFile, confidence: 'clue' as const };
    const now = withLateFindings(draft, [clue]);
    expect(now.findings).toEqual([...draft.findings, clue]);
    expect(now.categories).toEqual(draft.categories);
  });

  test('stays the same without news, and whatever its words say meanwhile', () => {
    expect(withLateFindings(draft, draft.findings)).toBe(draft);
    expect(withLateFindings(draft, [makeFinding({ rule: 'other-words' })])).toBe(draft);
    const known = makeDraft({ findings: [ofFile] });
    expect(withLateFindings(known, [{ ...ofFile, confidence: 'strong' }])).toBe(known);
  });
});
