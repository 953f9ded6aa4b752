/** The post that another one passes on, on weibo.com, s.weibo.com and m.weibo.cn. It is a post of its own. */
export const RETWEET = '.retweet, [node-type="feed_list_forwardContent"], .weibo-rp';

/** Adds to a selector that the element belongs to the outer post: not to the one passed on, not to a comment. */
export const OWN = `:not(:is(${RETWEET}, .wbpro-list) *)`;

/** `//weibo.com/{uid}/{mblogid}` with or without a host; the groups are the author and the post. */
export const PERMALINK = /(?:^|weibo\.(?:com|cn))\/(\d{5,})\/([0-9a-zA-Z]{8,11})(?![0-9a-zA-Z])/;
