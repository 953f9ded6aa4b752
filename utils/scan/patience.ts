import type { Scan } from './scan';

/** Sites fetch their posts after the page has loaded; only then is an empty page a changed layout. */
const PATIENCE_MS = 5_000;

/** Judges a page that holds nothing readable by how long it has held nothing. */
export class Patience {
  #page = '';
  #since = 0;

  judge({ url, health, pending }: Pick<Scan, 'url' | 'health' | 'pending'>, now: number): Scan['health'] {
    const page = url.replace(/#.*/, '');
    if (page !== this.#page || health.status !== 'layout-changed' || pending) {
      this.#page = page;
      this.#since = now;
    }
    const waits = health.status === 'layout-changed' && now - this.#since < PATIENCE_MS;
    return waits ? { ...health, status: 'waiting' } : health;
  }
}
