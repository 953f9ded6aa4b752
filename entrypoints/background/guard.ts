import * as v from 'valibot';
import { browser } from '#imports';
import { RefusedMessageError } from '@/utils/errors';
import { siteFor } from '@/utils/sites';

/** The parts of a message sender that decide trust. */
export interface Sender {
  id?: string;
  url?: string;
  tab?: { id?: number };
}

/**
 * Refuses a message unless it comes from our own content script on a page of a known site and its payload fits.
 * A page cannot send one at all (no `externally_connectable`); this guards against a compromised renderer and
 * against our own mistakes.
 *
 * @throws RefusedMessageError
 */
export function checkMessage<T>(
  schema: v.GenericSchema<unknown, T>,
  message: { type: string; data: unknown; sender: Sender },
): T {
  const { type, data, sender } = message;
  const refuse = (why: string) => refusal(type, why);
  if (sender.id !== browser.runtime.id) throw refuse('it does not come from this extension');
  if (sender.tab?.id === undefined || !sender.url) throw refuse('it does not come from a tab');
  const url = URL.parse(sender.url);
  if (!url || !siteFor(url)) throw refuse('its page belongs to no known site');
  const result = v.safeParse(schema, data);
  if (!result.success) {
    const [issue] = result.issues;
    throw refuse(`${v.getDotPath(issue) ?? 'payload'}: ${issue.message}`);
  }
  return result.output;
}

/**
 * Refuses to tell of another site's posts than of that which the sender's page belongs to. To be called after
 * {@link checkMessage}.
 *
 * @param sites ids of the sites that the message asks about; `undefined` for one that is none
 * @throws RefusedMessageError
 */
export function checkOwnSite(
  { type, sender }: { type: string; sender: Sender },
  sites: readonly (string | undefined)[],
): void {
  const own = siteFor(new URL(sender.url ?? ''))?.id;
  if (sites.some((site) => site !== own)) throw refusal(type, 'it asks about posts of another site');
}

/**
 * Refuses a message that does not come from a page of the extension itself.
 *
 * @throws RefusedMessageError
 */
export function checkOwnPage({ type, sender }: { type: string; sender: Sender }): void {
  const isOwn = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('/'));
  if (!isOwn) throw refusal(type, 'it does not come from a page of this extension');
}

export function refusal(type: string, why: string): RefusedMessageError {
  return new RefusedMessageError(`Message ${type} refused: ${why}`);
}
