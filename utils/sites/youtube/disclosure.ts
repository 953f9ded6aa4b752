import type { LabelItem } from '../../model/post';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { at, shownText } from './shown';

type Label = Pick<LabelItem, 'kind' | 'text' | 'by'>;

/**
 * The section "How this was made" is shared by several statements and translated into every language; the help page
 * that it links to says which one it is (facts: sites.md section 2.14). Automatic dubbing says nothing about the
 * content: `undefined`.
 */
const HELP_PAGES: Readonly<Record<string, 'ai' | 'source' | undefined>> = {
  '15447836': 'ai',
  '14328491': 'ai',
  '15446725': 'source',
  '15569972': undefined,
};
/** For a section whose help page is not known. */
export const AI_TEXT =
  /made with ai|altered or synthetic|altered or fully generated|(使用|由) ?ai ?(技术)?(制作|生成)|经过(修改|篡改)或合成的内容/i;
const DUBBED_TEXT = /auto-?dubbed|audio tracks? .*automatically generated|自动配音/i;

interface Section {
  header: string;
  body: string;
  links: readonly string[];
  /** Where the statement comes from; present only when it was read from the file's own metadata (C2PA). */
  attribution: string;
}

/** What one section says; `undefined` when it says nothing about how the content was made. */
export function sectionLabel({ header, body, links, attribution }: Section): Label | undefined {
  const page = links.map(helpPage).find((id) => id !== undefined && id in HELP_PAGES);
  const text = header || body;
  if (page) {
    const kind = HELP_PAGES[page];
    return kind && text
      ? { kind, text, by: attribution || kind === 'source' ? 'platform' : 'author' }
      : undefined;
  }
  if (!text || DUBBED_TEXT.test(`${header} ${body}`)) return undefined;
  if (AI_TEXT.test(`${header} ${body}`)) return { kind: 'ai', text, by: attribution ? 'platform' : 'author' };
  return { kind: 'note', text, by: 'platform' };
}

/** `//support.google.com/youtube/answer/15447836?hl=en`; on the page such links may lead through a redirect. */
function helpPage(link: string): string | undefined {
  const url = URL.parse(link, 'https://www.youtube.com');
  const target = url?.pathname === '/redirect' ? URL.parse(url.searchParams.get('q') ?? '') : url;
  if (target?.hostname !== 'support.google.com') return undefined;
  return /^\/youtube\/answer\/(\d+)$/.exec(target.pathname)?.[1];
}

/** Labels of the sections and information panels in the items of a structured description. */
export function labelsOfDescription(items: readonly unknown[]): LabelItem[] {
  return items.flatMap((item): LabelItem[] => {
    const section = recordOf(item).howThisWasMadeSectionViewModel;
    const label = isRecord(section) ? sectionLabel(sectionOf(section)) : panelLabel(item);
    return label ? [{ ...label, from: 'state' }] : [];
  });
}

function sectionOf(section: Record<string, unknown>): Section {
  return {
    header: shownText(section.bodyHeader) ?? '',
    body: shownText(section.bodyText) ?? '',
    links: arrayOf(at(section.bodyText, 'commandRuns'))
      .map((run) => textOf(at(run, 'onTap', 'innertubeCommand', 'urlEndpoint', 'url')))
      .filter((link) => link !== undefined),
    attribution: shownText(section.attributionText) ?? '',
  };
}

/** The platform's information panels beside a video: `clarificationRenderer` and `infoPanelContainerRenderer`. */
export function panelLabel(item: unknown): Label | undefined {
  const { clarificationRenderer: notice, infoPanelContainerRenderer: panel } = recordOf(item);
  const content = at(panel, 'content', 'infoPanelContentRenderer');
  const text = isRecord(notice)
    ? [shownText(notice.contentTitle), shownText(notice.text)]
    : [shownText(at(panel, 'title')), ...arrayOf(at(content, 'paragraphs')).map(shownText)];
  const words = text.filter(Boolean).join(' ');
  return words ? { kind: 'note', text: words, by: 'platform' } : undefined;
}

/** The chip under the title; its words are `AI`, longer ones stand in its accessible name (`AI: …`). */
export function badgeLabel(badge: unknown): LabelItem | undefined {
  const { label, tooltip, accessibilityData } = recordOf(at(badge, 'metadataBadgeRenderer'));
  const names = [label, tooltip, at(accessibilityData, 'label')].map((name) => textOf(name) ?? '');
  const isAi = names.some((name) => /^AI\s*([:：]|$)/.test(name));
  return isAi ? { kind: 'ai', text: names.find(Boolean) ?? 'AI', by: 'platform', from: 'state' } : undefined;
}

/** A chip with an information icon that no known word names: a disclosure in another language, perhaps. */
export function isUncertainBadge(badge: unknown): boolean {
  return at(badge, 'metadataBadgeRenderer', 'icon', 'iconType') === 'INFO' && !badgeLabel(badge);
}

/** `Includes paid promotion` over the player. */
export function paidPromotionLabel(player: Record<string, unknown>): LabelItem | undefined {
  const text = shownText(at(player.paidContentOverlay, 'paidContentOverlayRenderer', 'text'));
  return text ? { kind: 'ad', text, by: 'author', from: 'state' } : undefined;
}
