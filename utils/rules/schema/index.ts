/** The shape of packs/**.json, checked by tests; docs/adding-a-rule.md shows worked examples. */
export * from './category';
export * from './condition';
export * from './pack';
