import { picture } from './media-pictures';
import type { Answer } from './media-server';

export const FEED = 'https://www.zhihu.com/follow';
export const PICTURES = 'https://pic1.zhimg.com/v2-';

/** A page of the pictures' own host. */
export const VISIT = 'https://pic1.zhimg.com/visit';

/** What a feed shows: a marked or an unmarked picture, beside what the label place said. */
export const POSTS = {
  unlabelled: { id: '3300000001', mark: 'before', label: '<div class="LabelContainer-wrapper"></div>' },
  labelled: {
    id: '3300000002',
    mark: 'signed',
    label: '<div class="LabelContainer-wrapper"><div>创作声明：包含 AI 辅助创作</div></div>',
  },
  untold: { id: '3300000003', mark: 'behind', label: '' },
  unmarked: { id: '3300000004', mark: 'none', label: '<div class="LabelContainer-wrapper"></div>' },
} as const;

export type PostName = keyof typeof POSTS;
export const NAMES = Object.keys(POSTS) as PostName[];

export const keyOf = (name: PostName) => `zhihu:answer:${POSTS[name].id}`;
export const addressOf = (name: PostName) => `${PICTURES}${name}.png`;

/** All in sight of one window, so that nobody has to scroll. */
const card = (name: PostName) => {
  const { id, label } = POSTS[name];
  const author = `<div class="AuthorInfo"><meta itemprop="url" content="https://www.zhihu.com/people/${name}"><span class="UserLink AuthorInfo-name"><a class="UserLink-link" href="//www.zhihu.com/people/${name}">山脚的${name}</a></span></div>`;
  return `<div class="Card TopstoryItem" style="width: 46%"><div class="ContentItem AnswerItem" itemprop="answer"
  data-zop='{"authorName":"山脚的${name}","itemId":"${id}","title":"周末去哪里散步？","type":"answer"}'>
  <h2 class="ContentItem-title"><div itemprop="zhihu:question"><meta itemprop="url" content="https://www.zhihu.com/question/410020030"><a href="//www.zhihu.com/question/410020030/answer/${id}">周末去哪里散步？</a></div></h2>
  <div class="ContentItem-meta">${author}${label}</div>
  <div class="RichContent"><div class="RichContent-inner"><span class="RichText ztext" itemprop="text"><p>河边的步道修好了，傍晚去正好。</p><img src="${addressOf(name)}" width="300" height="150"></span></div></div>
  </div></div>`;
};

const PAGE = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>首页 - 知乎</title></head>
<body><div id="TopstoryContent" style="display: flex; flex-wrap: wrap; gap: 8px">
${NAMES.map(card).join('\n')}
</div></body></html>`;

/** The pictures, by their addresses; the same in all tests of one file. */
export const FILES: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  await Promise.all(NAMES.map(async (name) => [addressOf(name), await picture(POSTS[name].mark)] as const)),
);

/** The feed and its pictures, and a page at which their host sets a cookie. */
export function serveFeed(options: (name: PostName) => Partial<Answer> = () => ({})) {
  return (url: URL): Answer | undefined => {
    if (url.href === FEED) return { body: PAGE, type: 'text/html; charset=utf-8' };
    const cookie = { 'set-cookie': 'visitor=1; Secure; SameSite=None; Path=/' };
    if (url.href === VISIT) return { body: '<!doctype html>', type: 'text/html', headers: cookie };
    const name = NAMES.find((each) => addressOf(each) === url.origin + url.pathname);
    if (!name) return undefined;
    return { body: FILES[addressOf(name)]!, type: 'image/png', ...options(name) };
  };
}
