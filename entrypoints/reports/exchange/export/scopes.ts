import type { ExportScope } from '@/components/exchange/ExportScopeStep';

export type { ExportScope } from '@/components/exchange/ExportScopeStep';

/** What can be exported. */
export interface ExportScopes {
  /** How many reports there are. */
  all: number;
  /** What the queue shows, and whether that is less than everything. */
  view: { ids: ReadonlySet<string>; filtered: boolean };
  selection: ReadonlySet<string>;
}

export function scopeCounts({ all, view, selection }: ExportScopes): Record<ExportScope, number> {
  return { all, view: view.ids.size, selection: selection.size };
}

/** The reports of a scope; `undefined` stands for all, which need not be named. */
export function scopeIds(scopes: ExportScopes, scope: ExportScope): ReadonlySet<string> | undefined {
  if (scope === 'selection') return scopes.selection;
  return scope === 'view' && scopes.view.filtered ? scopes.view.ids : undefined;
}

/** What was asked for, as long as it holds any; else everything. */
export function usableScope(scopes: ExportScopes, wanted: ExportScope): ExportScope {
  return scopeCounts(scopes)[wanted] > 0 ? wanted : 'all';
}
