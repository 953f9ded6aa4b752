import { readFileSync } from 'node:fs';
import { type Mark, picture } from './pictures.ts';

interface Answer {
  id: string;
  author: string;
  text: string;
  mark: Mark;
  /** The place where the site shows its labels; absent where it shows none. */
  place?: string;
  colours: readonly [sky: Parameters<typeof picture>[1], hills: Parameters<typeof picture>[2]];
}

/** The four things that can come of it: no label, labelled, could not tell, no evidence. */
const ANSWERS: readonly Answer[] = [
  {
    id: '900000301',
    author: '湖边走走',
    text: '傍晚绕着水库走一圈，正好看到日落。',
    mark: 'label',
    place: '',
    colours: [
      [226, 140, 96],
      [94, 82, 110],
    ],
  },
  {
    id: '900000302',
    author: '画室日常',
    text: '给绿道画的一张海报。',
    mark: 'xmp',
    place: '<div>创作声明：包含 AI 辅助创作</div>',
    colours: [
      [112, 164, 196],
      [70, 120, 92],
    ],
  },
  {
    id: '900000303',
    author: '周末骑行',
    text: '东边的坡道修好了，骑上去能看到整个河谷。',
    mark: 'xmp',
    colours: [
      [150, 130, 190],
      [84, 84, 130],
    ],
  },
  {
    id: '900000304',
    author: '晨跑的阿青',
    text: '六点出门，山上的雾还没有散。',
    mark: 'none',
    place: '',
    colours: [
      [150, 190, 190],
      [92, 128, 110],
    ],
  },
];

const QUESTION = '本地有哪些适合周末散步的地方？';
export const PICTURES = 'https://pic1.zhimg.com/demo-';

const STYLE = `<style>
  .answers { display: grid; grid-template-columns: repeat(auto-fill, minmax(300px, 1fr)); gap: 18px; }
  .answers .Card { margin: 0; }
  .answers img { width: 100%; height: auto; border-radius: 6px; }
  .answers p { margin: 6px 0; }
  .LabelContainer-wrapper { color: var(--muted); font-size: 13px; }
</style>
</head>`;

/** A page of answers with pictures of which three say that AI made them, in the frame of the demo's answer. */
export function markedPage(): string {
  const frame = readFileSync(new URL('answer.html', import.meta.url), 'utf8');
  return frame
    .replace('清鉴演示：回答', '清鉴演示：图片')
    .replace('</head>', STYLE)
    .replace(
      /(<div class="Question-main">)[\s\S]*(<\/div>\s*<\/body>)/,
      (_, open: string, close: string) =>
        `${open}<h1 class="QuestionHeader-title">${QUESTION}</h1><div class="answers">${ANSWERS.map(card).join('\n')}</div>${close}`,
    );
}

/** The picture of an address, as its host gives it to every page. */
export function markedPicture({ href }: URL): Uint8Array | undefined {
  const answer = ANSWERS.find(({ id }) => href === `${PICTURES}${id}.png`);
  return answer && picture(answer.mark, ...answer.colours);
}

function card({ id, author, text, place }: Answer): string {
  const zop = JSON.stringify({ authorName: author, itemId: id, title: QUESTION, type: 'answer' });
  const label = place === undefined ? '' : `<div class="LabelContainer-wrapper">${place}</div>`;
  return `<div class="Card AnswerCard"><div class="ContentItem AnswerItem" data-zop='${zop}' name="${id}">
  <div class="ContentItem-meta"><div class="AuthorInfo"><meta itemprop="url" content="https://www.zhihu.com/people/demo-${id}"><span class="UserLink AuthorInfo-name"><a class="UserLink-link" href="//www.zhihu.com/people/demo-${id}">${author}</a></span></div>${label}</div>
  <meta itemprop="url" content="https://www.zhihu.com/question/900000003/answer/${id}">
  <div class="RichContent"><div class="RichContent-inner"><span class="RichText ztext" itemprop="text"><p>${text}</p><img src="${PICTURES}${id}.png" width="480" height="320" alt=""></span></div></div>
</div></div>`;
}
