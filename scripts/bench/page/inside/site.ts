import { defineSite } from '../../../../utils/sites/define-site.ts';

/** Posts that were read since the count was last set back; every reading asks for the post's address once. */
export const readings = { count: 0 };

/** The generated feed, defined as a real site is. */
export const site = defineSite({
  id: 'bench',
  name: { zh_CN: '测量页', en: 'Bench' },
  matches: ['https://bench.qingjian.example/*'],
  surfaceOf: () => 'feed',
  shapes: [
    {
      kind: 'note',
      surfaces: ['feed'],
      root: 'article.post[data-id]',
      id: [{ attr: 'data-id' }],
      url: (id) => {
        readings.count++;
        return `https://bench.qingjian.example/post/${id}`;
      },
      title: [{ css: '.title' }],
      text: [{ css: '.text' }],
      authorName: [{ css: '.author' }],
      authorId: [{ css: '.author', attr: 'href', match: /\/user\/(\w+)/ }],
      authorUrl: [{ css: '.author', attr: 'href' }],
      publishedAt: [{ css: '.time time' }],
      hashtags: [{ css: '.text a.tag' }],
      counts: {
        like: [{ css: '.like .count' }],
        comment: [{ css: '.comment .count' }],
        collect: [{ css: '.collect .count' }],
        share: [{ css: '.share .count' }],
      },
      media: { image: [{ css: 'img.cover', attr: 'src' }] },
      labels: [{ place: '.declared', by: 'author' }],
      required: ['text', 'author', 'publishedAt'],
    },
  ],
});
