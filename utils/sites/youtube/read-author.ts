import type { Author } from '../../model/post';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { channelUrl, isChannelId } from './ids';
import { at, shownText } from './shown';

/** A channel as a byline holds it: the first run is its name and leads to it. */
export function authorOfByline(byline: unknown): Author | undefined {
  const run = recordOf(at(byline, 'runs', 0));
  return authorOf(shownText(byline), at(run, 'navigationEndpoint', 'browseEndpoint'));
}

/** A channel by its name and what leads to it (`browseEndpoint`). */
export function authorOf(name: string | undefined, endpoint: unknown): Author | undefined {
  const { browseId, canonicalBaseUrl } = recordOf(endpoint);
  const id = isChannelId(browseId) ? browseId : undefined;
  const url = channelUrl(textOf(canonicalBaseUrl), id);
  if (!name && !id) return undefined;
  return { ...(name && { name }), ...(id && { id }), ...(url && { url }) };
}

/** The words of a verification badge (`Verified`, `Official Artist Channel`). */
export function verificationOf(badges: unknown): string | undefined {
  return arrayOf(badges)
    .map((badge) => recordOf(at(badge, 'metadataBadgeRenderer')))
    .filter(({ style }) => /VERIFIED/.test(textOf(style) ?? ''))
    .map(({ tooltip, label }) => textOf(tooltip) ?? textOf(label))
    .find(Boolean);
}

/** The channel whose page an answer holds; its videos name no author. */
export function channelOfPage(item: Record<string, unknown>): Author | undefined {
  const channel = item.channelMetadataRenderer;
  if (!isRecord(channel)) return undefined;
  const { title, externalId, vanityChannelUrl } = channel;
  const url = textOf(vanityChannelUrl)
    ?.replace(/^http:/, 'https:')
    .replace(/^https:\/\/www\.youtube\.com/, '');
  return authorOf(textOf(title), { browseId: externalId, canonicalBaseUrl: url });
}
