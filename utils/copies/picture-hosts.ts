interface PictureHost {
  /** Servers with the same pictures under the same names. */
  site: string;
  host: RegExp;
  /** The picture's name in path and query: the groups. */
  name: RegExp;
  /** Host and path of pictures of people and of the site's own. */
  not?: RegExp;
}

/** The last part of a path, without extension, size and format. */
const LAST = /\/([^/?@!~:.]+)[^/?]*(?:\?.*)?$/;

/** How the sites name the pictures of posts (read from saved pages of 2020 to 2026). */
export const PICTURE_HOSTS: readonly PictureHost[] = [
  {
    site: 'bilibili',
    host: /\.(?:hdslb|biliimg)\.com$/,
    name: LAST,
    not: /\/bfs\/(?:face|garb|emote|static|vip|activity|baselabs)/,
  },
  {
    site: 'bytedance',
    host: /\.(?:douyinpic|byteimg|pstatp|toutiaoimg|bdxiguaimg|bytedance|toutiaoimgs)\.com$/,
    name: LAST,
    not: /avatar|\/img\/webcast\/|-safelight\./,
  },
  { site: 'tiktok', host: /\.(?:tiktokcdn(?:-\w+)?|muscdn|ibyteimg)\.com$/, name: LAST, not: /-avt-/ },
  {
    site: 'xiaohongshu',
    host: /\.(?:xhscdn\.(?:com|net)|xiaohongshu\.com)$/,
    name: LAST,
    not: /avatar|^fe-|^picasso/,
  },
  {
    site: 'weibo',
    host: /\.sinaimg\.cn$/,
    name: LAST,
    not: /^(?:tva\w*|[ah]5?|n|img\.t|face\.t)\.|\/crop\./,
  },
  {
    site: 'kuaishou',
    host: /\.(?:yximgs|kwimgs|kwaicdn|ksyungslb|kuaishou)\.com$/,
    name: /\/([^/_@?.]+)[^/]*$/,
    not: /\/uhead\/|\/kos\//,
  },
  { site: 'wechat', host: /^mmbiz\.(?:qpic|qlogo)\.cn$/, name: /\/(?:sz_)?mmbiz_?\w*\/([^/?]+)/ },
  { site: 'channels', host: /^(?:finder\.video|wxapp\.tc)\.qq\.com$/, name: /[?&]encfilekey=([^&]+)/ },
  {
    site: 'zhihu',
    host: /\.zhimg\.com$/,
    name: /\/((?:v2-)?[0-9a-f]{9,})(?:_\w+)?(?:\.\w+)?(?:\?.*)?$/,
    not: /abed1a8c04700ba7d72b45195223e0ff|_(?:ipico|xs|xl|is|im)\./,
  },
  { site: 'tieba', host: /^(?:tiebapic|imgsrc|imgsa|hiphotos|\w+\.hiphotos)\.baidu\.com$/, name: LAST },
  {
    site: 'douban',
    host: /\.doubanio\.com$/,
    name: /\/view\/(?!subject\/)([\w-]+)\/(?:\w+\/)*(p\d+)/,
    not: /\/icon\/|_poster\/|\/cuphead\//,
  },
  {
    site: 'youtube',
    host: /^(?:i\d?|img)\.(?:ytimg|youtube)\.com$/,
    name: /\/(?:vi|vi_webp|an|an_webp)\/([\w-]{11})\//,
  },
  {
    site: 'x',
    host: /^pbs\.twimg\.com$/,
    name: /\/(?:media|ext_tw_video_thumb|amplify_video_thumb|tweet_video_thumb|card_img)\/(?:.*\/)?([\w-]+)[^/]*$/,
    not: /\/profile_|\/semantic_core|\/hashflags/,
  },
  {
    site: 'instagram',
    host: /\.(?:cdninstagram|fbcdn)\.(?:com|net)$/,
    name: /\/([\d_]+_n)\./,
    not: /t51\.2885-19|\/rsrc\.php/,
  },
  {
    site: 'reddit',
    host: /\.redd\.it$/,
    name: /\/(?:[^/?]*-v0-)?([\w-]{6,})\.\w+(?:\?.*)?$/,
    not: /snoovatar|award/,
  },
];
