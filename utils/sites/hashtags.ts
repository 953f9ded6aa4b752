/** The `#name` of a caption: up to white space, the next `#` or `@`, or punctuation. */
const HASHTAG = /[#＃]([^\s#＃@,，.。!！?？;；:：、()（）《》【】[\]"'“”]{1,60})/g;
const MAX_CAPTION = 20_000;

/** Hashtags as authors write them into a caption, without the `#`, each once. */
export function hashtagsIn(caption: string): string[] {
  const names = [...caption.slice(0, MAX_CAPTION).matchAll(HASHTAG)].map(([, name = '']) => name);
  return [...new Set(names)];
}
