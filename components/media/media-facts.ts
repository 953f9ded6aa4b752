import { t } from '../../utils/i18n';
import { type MediaCheck, type MediaTrouble, postEvidenceOf } from '../../utils/model/media-check';
import type { LabelReading } from '../../utils/model/post';

/** Files of which there is nothing to tell, and why if there is a reason. */
export interface SilentFiles {
  verdict: 'none' | 'unreadable';
  trouble: MediaTrouble | undefined;
  count: number;
}

/** The file says something of its making. */
export function speaks({ evidence, capturedBy }: Pick<MediaCheck, 'evidence' | 'capturedBy'>): boolean {
  return evidence.length > 0 || capturedBy !== undefined;
}

/** Files without evidence, those alike together, in the order in which they come. */
export function silentFiles(checks: readonly MediaCheck[]): SilentFiles[] {
  const groups = new Map<string, SilentFiles>();
  for (const check of checks) {
    if (speaks(check)) continue;
    const { trouble } = check;
    const verdict = check.verdict === 'unreadable' ? 'unreadable' : 'none';
    const name = `${verdict} ${trouble}`;
    const group = groups.get(name) ?? { verdict, trouble, count: 0 };
    groups.set(name, { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
}

/** What may come out otherwise when it is tried again. */
const PASSING: readonly (MediaTrouble | undefined)[] = [
  'network',
  'slow',
  'paused',
  'stopped',
  'not-allowed',
];

/** Whether asking for the files once more can tell anything new. */
export function canCheck(files: number, checks: readonly MediaCheck[]): boolean {
  return checks.length < files || checks.some(({ trouble }) => PASSING.includes(trouble));
}

/**
 * What the files say beside what the page says, in one sentence; empty when the files say nothing that counts. Only a
 * label about AI answers them.
 */
export function joinedWords(checks: readonly MediaCheck[], labels: LabelReading): string {
  if (!postEvidenceOf(checks)) return '';
  const own = labels.items.filter(({ kind }) => kind === 'ai').map(({ text }) => text);
  if (own.length > 0) return t('mediaJoinSeen', own.join(t('listSeparator')));
  if (labels.state === 'seen') return t('mediaJoinOther');
  return labels.state === 'none' ? t('mediaJoinNone') : t('mediaJoinUnknown');
}
