import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** One matter with its heading, as a region that can be jumped to. */
export function CareSection({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="care-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
