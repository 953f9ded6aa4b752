import { readableText } from '../readable-text';

const ERROR_PAGE = '.ErrorPage, [class*="ErrorPage-"]';
/** A post, or in a layout that is not known what a page has only beside one. */
const SHOWN =
  '.ContentItem, .Post-content, .QuestionHeader, .HotItem, .ZVideo-mainColumn, [data-zop], .CommentContent, .RichText, [itemprop="author"], a[href*="/people/"]:not(header *, .AppHeader *)';
const SAYS_SO =
  /没有知识存在的荒原|页面不存在|(内容|回答|文章|想法|视频|问题)(可能)?(不存在|[已被]{1,2}.{0,6}(删除|下架|屏蔽))/;
/** A page that only says so has few words. */
const MAX_NOTICE = 600;

/**
 * A removed post gives an error page, known by its class, its title or, without any post on it, its words; a removed
 * answer leaves its question with an empty card that says so. Titles are compared as a whole: there are questions
 * about the error page too.
 */
export function isRemoved(document: Document): boolean {
  if (document.querySelector(SHOWN))
    return isEmptied(document.querySelector('.AnswerCard, .QuestionAnswer-content'));
  const text = readableText(document.body);
  if (text.length > MAX_NOTICE) return false;
  if (document.querySelector(ERROR_PAGE)) return true;
  if (/^(404|(你似乎来到了)?没有知识存在的荒原\W{0,3})( - 知乎)?$/.test(document.title.trim())) return true;
  return SAYS_SO.test(text);
}

function isEmptied(card: Element | null): boolean {
  if (!card || card.querySelector('.ContentItem, [data-zop], .RichText')) return false;
  const text = readableText(card);
  return text.length <= MAX_NOTICE && SAYS_SO.test(text);
}
