import type { Author, CountName, LabelItem } from '../../model/post';
import type { LabelFields, StatePost } from '../define-site';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { badgeLabel, isUncertainBadge, labelsOfDescription, panelLabel } from './disclosure';
import { isVideoId } from './ids';
import { authorOf, verificationOf } from './read-author';
import { at, hashtagsOf, shownCount, shownDate, shownText } from './shown';

const LABEL_FIELDS = 'structuredDescriptionContentRenderer.items · videoPrimaryInfoRenderer.badges';

/**
 * The page of one video as `next` answers and `ytInitialData` hold it: watch pages, and Shorts with their overlay.
 * Nothing of it is read from `secondaryResults`, which describe other videos.
 */
export function readWatch(page: Record<string, unknown>): StatePost | undefined {
  const endpoint = recordOf(page.currentVideoEndpoint);
  const results = at(page.contents, 'twoColumnWatchNextResults', 'results', 'results', 'contents');
  const overlay = recordOf(at(page.overlay, 'reelPlayerOverlayRenderer'));
  const description = descriptionOf(page);
  const contents = arrayOf(results);
  const primary = firstOf(contents, 'videoPrimaryInfoRenderer');
  const secondary = firstOf(contents, 'videoSecondaryInfoRenderer');
  const header = firstOf(description, 'videoDescriptionHeaderRenderer');
  const id = [
    at(endpoint, 'watchEndpoint', 'videoId'),
    at(endpoint, 'reelWatchEndpoint', 'videoId'),
    at(primary, 'updatedMetadataEndpoint', 'updatedMetadataEndpoint', 'videoId'),
  ].find(isVideoId);
  const title = shownText(primary.title) ?? shownText(header.title) ?? titleOfShort(overlay);
  if (!id || !title) return undefined;
  const text =
    shownText(secondary.attributedDescription) ??
    shownText(secondary.description) ??
    shownText(
      at(firstOf(description, 'expandableVideoDescriptionBodyRenderer'), 'attributedDescriptionBodyText'),
    ) ??
    shownText(at(firstOf(description, 'expandableVideoDescriptionBodyRenderer'), 'descriptionBodyText'));
  const date = shownDate(primary.dateText);
  const author = authorOfPage(recordOf(at(secondary.owner, 'videoOwnerRenderer')), header, overlay);
  const labels = labelsOfPage(page, contents, description, arrayOf(primary.badges));
  return {
    kind: 'video',
    id,
    fields: {
      title,
      ...(text && { text }),
      ...(author && { author }),
      ...(date.publishedAt ? date : shownDate(header.publishDate)),
      hashtags: hashtagsOf(title, text),
      counts: countsOfPage(page, primary, header),
      ...(labels && { labels }),
    },
  };
}

/** Items of the description panel; it is there for every video, whatever it holds. */
function descriptionOf(page: Record<string, unknown>): readonly unknown[] {
  return arrayOf(page.engagementPanels)
    .map((panel) =>
      at(panel, 'engagementPanelSectionListRenderer', 'content', 'structuredDescriptionContentRenderer'),
    )
    .flatMap((content) => arrayOf(at(content, 'items')));
}

function firstOf(items: readonly unknown[], key: string): Record<string, unknown> {
  return recordOf(items.map((item) => recordOf(item)[key]).find(isRecord));
}

/**
 * An AI disclosure stands in the description panel and as a chip under the title, in answers to the desktop client
 * alone: the mobile one gets no such section (facts: sites.md section 2.14). A panel that was read with its header and
 * without a statement therefore proves that there is none only there, and not beside a chip that was not understood.
 */
function labelsOfPage(
  page: Record<string, unknown>,
  contents: readonly unknown[],
  description: readonly unknown[],
  badges: readonly unknown[],
): LabelFields | undefined {
  const items = [
    ...labelsOfDescription(description),
    ...contents
      .flatMap((item) => [item, ...arrayOf(at(item, 'itemSectionRenderer', 'contents'))])
      .flatMap(noticeOf),
  ];
  const chip = badges.map(badgeLabel).find((label) => label !== undefined);
  if (chip && !items.some(({ kind }) => kind === 'ai')) items.push(chip);
  const distinct = [...new Map(items.map((item) => [`${item.kind}:${item.text}`, item])).values()];
  const wasRead = isDesktop(page) && isRecord(firstOf(description, 'videoDescriptionHeaderRenderer').title);
  const isEmpty = wasRead && !badges.some(isUncertainBadge);
  return distinct.length > 0 || isEmpty ? { field: LABEL_FIELDS, items: distinct } : undefined;
}

function noticeOf(item: unknown): LabelItem[] {
  const label = panelLabel(item);
  return label ? [{ ...label, from: 'state' }] : [];
}

function isDesktop(page: Record<string, unknown>): boolean {
  const client = arrayOf(at(page.responseContext, 'serviceTrackingParams'))
    .flatMap((service) => arrayOf(at(service, 'params')))
    .map(recordOf)
    .find(({ key }) => key === 'c')?.value;
  return client === undefined ? isRecord(at(page.contents, 'twoColumnWatchNextResults')) : client === 'WEB';
}

function titleOfShort(overlay: Record<string, unknown>): string | undefined {
  const header = at(overlay, 'reelPlayerHeaderSupportedRenderers', 'reelPlayerHeaderRenderer');
  const metadata = metadataOfShort(overlay).map((item) =>
    shownText(at(item, 'shortsVideoTitleViewModel', 'text')),
  );
  return shownText(at(header, 'reelTitleText')) ?? metadata.find(Boolean);
}

function metadataOfShort(overlay: Record<string, unknown>): readonly unknown[] {
  return arrayOf(at(overlay, 'metapanel', 'reelMetapanelViewModel', 'metadataItems'));
}

function authorOfPage(
  owner: Record<string, unknown>,
  header: Record<string, unknown>,
  overlay: Record<string, unknown>,
): Author | undefined {
  const bar = metadataOfShort(overlay)
    .map((item) => at(item, 'reelChannelBarViewModel', 'channelName'))
    .find(isRecord);
  const endpoints = [
    at(owner, 'navigationEndpoint', 'browseEndpoint'),
    at(owner, 'title', 'runs', 0, 'navigationEndpoint', 'browseEndpoint'),
    at(header, 'channelNavigationEndpoint', 'browseEndpoint'),
    at(bar, 'commandRuns', 0, 'onTap', 'innertubeCommand', 'browseEndpoint'),
  ];
  const name = shownText(owner.title) ?? shownText(header.channel) ?? shownText(bar);
  const author = authorOf(name, endpoints.find(isRecord));
  const verification = verificationOf(owner.badges);
  return author && { ...author, ...(verification && { verification }) };
}

function countsOfPage(
  page: Record<string, unknown>,
  primary: Record<string, unknown>,
  header: Record<string, unknown>,
): Partial<Record<CountName, number>> {
  const panel = arrayOf(page.engagementPanels)
    .map((each) => recordOf(at(each, 'engagementPanelSectionListRenderer')))
    .find(({ panelIdentifier }) => /comments-section$/.test(textOf(panelIdentifier) ?? ''));
  const view =
    shownCount(at(primary.viewCount, 'videoViewCountRenderer', 'viewCount')) ?? shownCount(header.views);
  const like = shownCount(at(header.factoid, 0, 'factoidRenderer', 'value'));
  const comment = shownCount(at(panel, 'header', 'engagementPanelTitleHeaderRenderer', 'contextualInfo'));
  return {
    ...(like !== undefined && { like }),
    ...(comment !== undefined && { comment }),
    ...(view !== undefined && { view }),
  };
}
