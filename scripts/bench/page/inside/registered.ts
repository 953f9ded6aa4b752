/** What is registered for painting. */
export interface Registered {
  ranges: number;
  /** Ranges that the browser keeps up with every change of the page. */
  live: number;
  /** Ranges in nodes that have left the page. */
  detached: number;
}

/** Over all highlights of the page. */
export function registered(): Registered {
  const counts = { ranges: 0, live: 0, detached: 0 };
  for (const highlight of CSS.highlights.values()) {
    for (const range of highlight) {
      counts.ranges++;
      if (!(range instanceof StaticRange)) counts.live++;
      if (!range.startContainer.isConnected) counts.detached++;
    }
  }
  return counts;
}
