import type { ComponentChildren } from 'preact';

/** Something that a person must know; `error` is announced at once. */
export function Notice({
  tone,
  children,
}: {
  tone: 'error' | 'warning' | 'info';
  children: ComponentChildren;
}) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : 'note'}>
      {children}
    </div>
  );
}
