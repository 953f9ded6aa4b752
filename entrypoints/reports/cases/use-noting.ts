import { useRef } from 'preact/hooks';
import { overruledOf } from '@/utils/precheck/overruled';
import { useReviewer } from '../detail/reviewer';
import type { OpenHandoverProps } from './OpenHandover';
import { type Checks, passedOf } from './use-checks';

/** Notes in all reports that went along that they were handed in, and what was let pass before. */
export function useNoting({
  going,
  checks,
  inWork,
  actions,
  onDone,
}: OpenHandoverProps & { checks: Checks }): (channel: string, at: number) => Promise<void> {
  const by = useReviewer();
  const isNoting = useRef(false);
  async function note(channel: string, at: number): Promise<void> {
    const { queryCode, note: words } = inWork.draft;
    for (const [passed, ids] of byPassed(checks)) {
      const overruled = overruledOf(passed, { leaving: 'handover', at: Date.now(), by });
      if (!(await actions.edit(ids, { action: 'overruled', overruled }))) return;
    }
    const handover = {
      id: crypto.randomUUID(),
      channel,
      at,
      queryCode: queryCode.trim(),
      outcome: 'open',
      note: words.trim(),
      posts: going.map(({ report }) => report.postKey),
    } as const;
    const ids = going.map(({ report }) => report.id);
    if (!(await actions.edit(ids, { action: 'handover', handover: { ...handover } }))) return;
    inWork.drop();
    onDone();
  }
  return async (channel, at) => {
    // Pressed twice, it would be two cases.
    if (isNoting.current) return;
    isNoting.current = true;
    try {
      await note(channel, at);
    } finally {
      isNoting.current = false;
    }
  };
}

/** Reports by the same checks that were let pass for them. */
function byPassed({ raised, passed }: Checks) {
  const groups = new Map<string, [ReturnType<typeof passedOf>, string[]]>();
  for (const each of raised) {
    const checks = passedOf(each, passed);
    if (checks.length === 0) continue;
    const [, ids] = groups.get(checks.join(' ')) ?? [checks, []];
    groups.set(checks.join(' '), [checks, [...ids, each.report.id]]);
  }
  return groups.values();
}
