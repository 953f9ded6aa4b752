import { useState } from 'preact/hooks';
import { AssignDialog } from '@/components/queue/AssignDialog';
import { QueueKeyHelp } from '@/components/queue/QueueKeyHelp';
import { TagDialog } from '@/components/queue/TagDialog';
import type { ReportDigest } from '@/utils/model/queue';
import { manyWords } from './action-words';
import type { QueueIndex } from './contracts';
import type { Target } from './targets';
import type { Deciding } from './use-deciding';

type Shown = { type: 'help' } | { type: 'tag' | 'assign'; target: Target };

export interface QueueDialog {
  shown: Shown | undefined;
  openHelp: () => void;
  /** Nothing is opened for no reports. */
  open: (type: 'tag' | 'assign', target: Target | undefined) => void;
  close: () => void;
}

export function useQueueDialog(): QueueDialog {
  const [shown, setShown] = useState<Shown>();
  return {
    shown,
    openHelp: () => setShown({ type: 'help' }),
    open: (type, target) => target && setShown({ type, target }),
    close: () => setShown(undefined),
  };
}

export interface QueueDialogViewProps {
  dialog: QueueDialog;
  index: QueueIndex;
  deciding: Deciding;
  reviewer: string;
  lettersOff: boolean;
}

export function QueueDialogView({ dialog, index, deciding, reviewer, lettersOff }: QueueDialogViewProps) {
  const { shown, close } = dialog;
  if (!shown) return null;
  if (shown.type === 'help') return <QueueKeyHelp lettersOff={lettersOff} onClose={close} />;
  const { target } = shown;
  const words = target.words ?? manyWords(target.ids.length);
  if (shown.type === 'tag') {
    return (
      <TagDialog
        target={words}
        present={namesIn(digestsOf(index, target.ids), ({ tags }) => tags)}
        known={namesIn(index.digests(), ({ tags }) => tags)}
        onChange={(change) => deciding.changeThese(target, { action: 'tags', ...change })}
        onClose={close}
      />
    );
  }
  return (
    <AssignDialog
      target={words}
      reviewer={reviewer}
      known={namesIn(index.digests(), ({ assignee }) => (assignee ? [assignee] : []))}
      onAssign={(assignee) => deciding.changeThese(target, { action: 'assignee', assignee })}
      onClose={close}
    />
  );
}

function* digestsOf(index: QueueIndex, ids: readonly string[]): Iterable<ReportDigest> {
  for (const id of ids) {
    const digest = index.get(id);
    if (digest) yield digest;
  }
}

/** Names in digests, each once, in order. */
export function namesIn(
  digests: Iterable<ReportDigest>,
  namesOf: (digest: ReportDigest) => readonly string[],
): string[] {
  const names = new Set<string>();
  for (const digest of digests) for (const name of namesOf(digest)) names.add(name);
  return [...names].sort((a, b) => a.localeCompare(b));
}
