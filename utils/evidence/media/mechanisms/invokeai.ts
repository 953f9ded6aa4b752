import type { Statement } from '../carrier';
import { defineMechanism } from '../evidence';
import { countKeys, inMedia, jsonText, plainName, saysKey } from '../statements';

/** What its newer records hold of a generation; an editor's record of a canvas alone holds none. */
const FIELDS = ['generation_mode', 'positive_prompt', 'cfg_scale', 'scheduler', 'seed', 'steps', 'model'];

/** The first releases wrote their command line: the prompt, mostly in quotes, then single letters with values. */
const OPTIONS = [/ -s ?\d/, / -S ?\d/, / -W ?\d/, / -H ?\d/, / -C ?\d/, / -A ?\w/];

type Reader = (statement: Statement) => boolean;

const READERS: Record<string, Reader> = {
  invokeaimetadata: (statement) => countKeys(jsonText(statement) ?? '', FIELDS) >= 2,
  sdmetadata: (statement) => {
    const text = jsonText(statement) ?? '';
    return saysKey(text, 'image') && (saysKey(text, 'app_id') || saysKey(text, 'model_weights'));
  },
  dream: ({ value }) => OPTIONS.filter((option) => option.test(value)).length >= 3,
};

export const mechanism = defineMechanism({
  id: 'invokeai',
  judge: (carriers) =>
    inMedia(carriers).flatMap((statement) =>
      readerOf(statement)?.(statement)
        ? [
            {
              mechanism: 'invokeai',
              strength: 'B2',
              kind: 'ai',
              producer: 'InvokeAI',
              place: statement.place,
            },
          ]
        : [],
    ),
});

function readerOf(statement: Statement): Reader | undefined {
  const name = plainName(statement.key);
  if (Object.hasOwn(READERS, name)) return READERS[name];
  return saysKey(jsonText(statement) ?? '', 'invokeai_metadata') ? READERS.invokeaimetadata : undefined;
}
