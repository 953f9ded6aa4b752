import type { Exporter } from './define-exporter';

const modules = import.meta.glob<{ exporter: Exporter }>('./formats/*.ts', {
  eager: true,
});

/** All formats, found by file: to add one is to add `utils/export/formats/<id>.ts` that exports `exporter`. */
export const exporters: readonly Exporter[] = Object.values(modules)
  .map(({ exporter }) => exporter)
  .sort((a, b) => a.id.localeCompare(b.id));
