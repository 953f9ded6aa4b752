/** Ids of the reports that hold one text: nearly always one, so that no set is made for it. */
export type Holders = string | Set<string>;

export function withHolder(holders: Holders | undefined, id: string): Holders {
  if (holders === undefined) return id;
  return typeof holders === 'string' ? new Set([holders, id]) : holders.add(id);
}

/** `undefined` when nobody is left. */
export function withoutHolder(holders: Holders, id: string): Holders | undefined {
  if (typeof holders === 'string') return holders === id ? undefined : holders;
  holders.delete(id);
  return holders.size > 0 ? holders : undefined;
}

export function eachHolder(holders: Holders): Iterable<string> {
  return typeof holders === 'string' ? [holders] : holders;
}
