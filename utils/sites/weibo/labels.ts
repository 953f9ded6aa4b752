import type { LabelItem } from '../../model/post';
import type { LabelFields, LabelPlace } from '../define-site';
import { namesIn } from '../first-field';
import { classifyLabel, declaresNothing, knownLabel, labelSentence } from '../labels';
import { recordOf, textOf } from '../unknown';

/** Tags of promoted posts (facts: sites.md section 2.5). */
const AD_TAG = /^(广告|热推|荐读|推荐|推广|粉丝头条|赞助)$/;

const FIELDS = ['content_auth_list', 'content_auth_info', 'promotion', 'mblogtypename'];

/**
 * Labels that a post's data hold. `content_auth_list` is the post's own label field: empty, it proves that there is
 * none; absent, it proves nothing. Words in it that are no known label may be honours, so they prove nothing either.
 */
export function labelsOfStatus(status: Record<string, unknown>): LabelFields | undefined {
  const { content_auth_list: list, content_auth_info: info, promotion } = status;
  const declared = [
    ...(Array.isArray(list) ? list.map((entry) => recordOf(entry).content_auth_info) : []),
    info,
  ]
    .map((each) => textOf(recordOf(each).content_auth_title))
    .filter((title) => title !== undefined);
  const tags = [textOf(recordOf(promotion).recommend), textOf(status.mblogtypename)].filter(
    (tag) => tag !== undefined && AD_TAG.test(tag),
  );
  const items = new Map<string, LabelItem>();
  for (const text of [...declared, ...tags]) {
    const item = text && labelOf(text);
    if (item && !items.has(text)) items.set(text, item);
  }
  const isEmpty = Array.isArray(list) && (list.length === 0 || declared.some(declaresNothing));
  if (items.size === 0 && !isEmpty) return undefined;
  return { field: namesIn(status, FIELDS), items: [...items.values()] };
}

function labelOf(text: string): LabelItem | undefined {
  if (AD_TAG.test(text)) return { kind: 'ad', text, by: 'platform', from: 'state' };
  if (declaresNothing(text) || !knownLabel(text)) return undefined;
  return { kind: classifyLabel(text), text, by: labelSentence(text)?.by ?? 'platform', from: 'state' };
}

/**
 * Where a post shows labels; the arguments are selectors of what stands inside it but is another post's. The tip with
 * `-warn` also shows other warnings, and without `-warn` it is a toast.
 */
export function labelPlaces(inner: string): LabelPlace[] {
  const tip = `.woo-tip-main.woo-tip-warn${inner}`;
  const isByAuthor = (text: string) => labelSentence(text)?.by === 'author';
  return [
    { element: tip, only: (text) => knownLabel(text) !== undefined && !isByAuthor(text), by: 'platform' },
    { element: tip, only: isByAuthor, by: 'author' },
    {
      element: ['.wbpro-ad-tag', '.wbpro-auth-tag', '[class*="_authtag_"]', '.card-top .s-fr']
        .map((tag) => tag + inner)
        .join(','),
      only: (text) => AD_TAG.test(text),
      by: 'platform',
    },
  ];
}
