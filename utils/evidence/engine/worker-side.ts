import type { OpenC2pa } from '../c2pa/reader';
import { checkFile, checkWholeFile } from '../check/check-file';
import { askingSource, type Portion } from './asking-source';
import type { Said, Told } from './talk';

/**
 * What the worker does with what it is told.
 *
 * @param openProgram gives the reader of signed records, which calls back when its program breaks off. After that its
 *   memory is in an unknown state: what it would still say of any file is not asked for.
 */
export function workerSide(
  say: (said: Said) => void,
  openProgram: (onTrap: () => void) => OpenC2pa,
): (told: Told) => void {
  /** Files whose bytes are waited for. */
  const waiting = new Map<string, PromiseWithResolvers<Portion>>();
  let isSpent = false;
  const openC2pa = openProgram(() => {
    isSpent = true;
    say({ isSpent });
  });
  const openUnlessSpent: OpenC2pa = async () => {
    const reader = await openC2pa();
    return {
      read: async (signed) => {
        if (isSpent) throw new Error('The program broke off before');
        return reader.read(signed);
      },
    };
  };

  async function look(id: string, file: File | undefined): Promise<void> {
    try {
      say({ id, findings: await (file ? checkWholeFile(file, openUnlessSpent) : lookThere(id)) });
    } catch (error) {
      say({ id, problem: String(error) });
    } finally {
      waiting.delete(id);
    }
  }

  async function lookThere(id: string) {
    const source = await askingSource((start, end) => {
      const answer = Promise.withResolvers<Portion>();
      waiting.set(id, answer);
      say({ id, want: { start, end } });
      return answer.promise;
    });
    return checkFile(source, openUnlessSpent);
  }

  return (told) => {
    const { id } = told;
    if ('begin' in told) void look(id, told.file);
    else if ('failed' in told) waiting.get(id)?.reject(new Error('The bytes did not come'));
    else waiting.get(id)?.resolve(told);
  };
}
