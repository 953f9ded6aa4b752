/** The key of something that has it, for the eye; `aria-keyshortcuts` tells it to who hears the card. */
export function KeyHint({ of }: { of: string }) {
  return (
    <span class="key" aria-hidden="true">
      {of}
    </span>
  );
}
