const parsed = new WeakMap<Element, Document>();
/** Captured lists have 400 KB. */
const MAX_LIST = 4_000_000;

/**
 * Lists of threads as the server sends them: inside comments, from which the site's script takes them
 * (facts: sites.md section 2.10). They are parsed into documents of their own, where nothing runs and nothing loads.
 * Once the script has put the list in, there is nothing to look for.
 */
export function* pendingLists(document: Document): Generator<Document> {
  if (document.querySelector('.j_thread_list')) return;
  for (const code of document.querySelectorAll('code[id^="pagelet_html_"]')) {
    const comment = [...code.childNodes].find((node) => node.nodeType === Node.COMMENT_NODE);
    const source = comment?.nodeValue ?? '';
    if (source.length > MAX_LIST || !source.includes('j_thread_list')) continue;
    const tree = parsed.get(code) ?? new DOMParser().parseFromString(source, 'text/html');
    parsed.set(code, tree);
    yield tree;
  }
}
