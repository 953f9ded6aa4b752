import { readFileSync } from 'node:fs';

/** A page full of hits: title, author, likes. About two of three are marked; the rest must not be. */
const NOTES: readonly (readonly [title: string, author: string, likes: string])[] = [
  ['兼职刷单日结300，手机就能做，私信我', '小鹿兼职站', '1204'],
  ['加薇❤领取内部群名额，稳赚不赔，名额仅剩3个', '财富观察室', '3.2万'],
  ['今天去爬山，路上遇到一只松鼠', '山路慢慢走', '96'],
  ['祖传秘方根治糖尿病，不用吃药不用打针', '老方子新说', '5518'],
  ['教你起号养号，一个月涨粉十万，矩阵号带货', '流量研究所', '8730'],
  ['面包发酵失败的六个原因', '周末烘焙课', '412'],
  ['老人卖不出去的苹果都烂在地里了，帮帮我爷爷，点击左下角', '果园来信', '6.1万'],
  ['网传隔壁县发生8级地震，多人遇难，速转', '身边快讯', '2.8万'],
  ['代开发票，专业办理，加微信', '票务小周', '35'],
  ['记一次被“高薪兼职”骗走押金的经过，提醒大家', '南门阿姨', '2390'],
  ['想脱单的看过来，同城约，进裙看资料', '遇见同城', '1877'],
  ['路人拍到外卖小哥被保安羞辱当场下跪，看哭了，关注看后续', '城南记事', '2.3万'],
  ['月入10万不是梦，负债300万到翻身上岸只用一年，想搞钱的姐妹私我加薇', '搞钱小队长', '1.1万'],
  ['AI生成的火灾震撼画面，太真了，转给更多人看', '光影实验室', '2066'],
  ['科普：网上的“内部消息”为什么不能信', '财经课代表', '730'],
  ['三天见效根治高血压，小黄车有链接，最后50单', '养生堂弟子', '4890'],
  ['免费领资料，加薇进群，名额有限，三天见效无效退款', '资料君', '654'],
  ['租房避坑：合同里一定要看的五条', '搬家日记', '1520'],
  ['兼职刷单一单一结，宝妈学生都能做，加V领任务', '宝妈在家', '947'],
  ['祖传秘方三天根治失眠，无效退款，私信我', '本草小屋', '3022'],
];
const COLOURS = ['#d7c3a5', '#b9cdb3', '#e0b7a7', '#b7c4d8', '#d8cdb0', '#cfc0d6', '#c9b3b3', '#b3c9c6'];

/** Smaller than those of the feed, so that many of them are in sight at once. */
const STYLE = `<style>
  .feeds-container { grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 14px; }
  .picture { aspect-ratio: 16 / 9; }
</style>
</head>`;

/** A page of search results in the frame of the demo feed. */
export function searchPage(): string {
  const feed = readFileSync(new URL('feed.html', import.meta.url), 'utf8');
  return feed
    .replace('清鉴演示：信息流', '清鉴演示：搜索')
    .replace('</head>', STYLE)
    .replace(
      /(<div class="feeds-container"[^>]*>)[\s\S]*(<\/div>\s*<\/body>)/,
      (_, open: string, close: string) => `${open}${NOTES.map(note).join('\n')}${close}`,
    );
}

function note([title, author, likes]: (typeof NOTES)[number], at: number): string {
  const id = `66f0a1b2000000001e00e${String(at).padStart(3, '0')}`;
  return `<section class="note-item" data-index="${at}"><div>
  <a href="/explore/${id}" style="display: none"></a>
  <a class="cover mask ld" href="/search_result/${id}?xsec_token=demo"><span class="picture" style="background: ${COLOURS[at % COLOURS.length]}"></span></a>
  <div class="footer">
    <a class="title" href="/search_result/${id}"><span>${title}</span></a>
    <div class="author-wrapper">
      <a class="author" href="/user/profile/5f00000000000000000001${String(at).padStart(2, '0')}"><span class="name">${author}</span></a>
      <span class="like-wrapper"><span class="count">${likes}</span></span>
    </div>
  </div>
</div></section>`;
}
