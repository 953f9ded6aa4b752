export { type FoldedText, fold, foldTerm, GAP } from './fold';
export { loadFoldTable } from './load-table';
