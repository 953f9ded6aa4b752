import type { ComponentType } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type CheckedFile, type FileEngine, FileRound, NO_FILES } from './file-round';

/** What looks into files and shows what they say: loaded together when the first file comes, not with the panel. */
export interface FileTools {
  openEngine: () => FileEngine;
  Results: ComponentType<{ files: readonly CheckedFile[] }>;
}

export async function loadFileTools(): Promise<FileTools> {
  const [{ openEngine }, { FileResults }] = await Promise.all([
    import('@/utils/evidence/engine/worker-engine'),
    import('./FileResults'),
  ]);
  return { openEngine: () => openEngine(), Results: FileResults };
}

export function useFileRound(load: () => Promise<FileTools>) {
  const [state, setState] = useState(NO_FILES);
  const [tools, setTools] = useState<FileTools>();
  const round = useMemo(() => {
    const open = async () => {
      const loaded = await load();
      setTools(loaded);
      return loaded.openEngine();
    };
    return new FileRound(open, setState);
  }, [load]);
  useEffect(() => () => round.stop(), [round]);
  return { round, state, Results: tools?.Results };
}
