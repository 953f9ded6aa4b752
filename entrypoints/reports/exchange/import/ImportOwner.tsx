import { ImportWhose } from '@/components/exchange/ImportWhose';
import type { ImportPreview } from '@/utils/exchange/import-plan';
import { namedReviewer, type Whose } from '@/utils/exchange/whose-file';

export interface ImportOwnerProps {
  preview: ImportPreview;
  onWhose: (whose: Whose) => void;
}

/** Asks whose file it is, and tells it in the terms of a merge. */
export function ImportOwner({ preview, onWhose }: ImportOwnerProps) {
  const { mine, sender, named, nameless } = preview.whose;
  const [only] = named.length === 1 ? named : [];
  return (
    <ImportWhose
      mine={mine}
      isFromHere={preview.isFromHere}
      sender={sender}
      named={named}
      nameless={nameless}
      // Rows that name one reviewer are the reader's only when that reviewer is said to be the reader.
      onMine={(isMine) => onWhose({ mine: isMine, ...(isMine && only && { sender: only }) })}
      onSender={(name) => onWhose({ mine: false, sender: namedReviewer(name) })}
    />
  );
}
