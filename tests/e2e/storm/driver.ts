/**
 * What a site's own script does, as text to run in the page: navigations without a load in which address and content
 * change one after the other in either order, elements that are filled with other posts, and scrolling. Every step
 * ends with address and content together again.
 */
export const DRIVER = `(() => {
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const pages = new Map();
  const load = async (url) => {
    if (!pages.has(url)) pages.set(url, await (await fetch(url)).text());
    const parsed = Document.parseHTMLUnsafe ? Document.parseHTMLUnsafe(pages.get(url)) : new DOMParser().parseFromString(pages.get(url), 'text/html');
    return parsed;
  };
  const show = (parsed) => {
    document.title = parsed.title;
    document.body.replaceChildren(...parsed.body.childNodes);
  };
  let moving = Promise.resolve();
  const go = async (url, contentFirst, lag) => {
    const parsed = await load(url);
    if (contentFirst) show(parsed);
    else history.pushState(null, '', url);
    await sleep(lag);
    if (contentFirst) history.pushState(null, '', url);
    else show(parsed);
  };
  /** Two items of a list change what they show; their elements stay. An item is something with a link or data. */
  const recycle = (seed) => {
    const groups = new Map();
    for (const element of document.body.querySelectorAll('article, section, li, tr, div, [data-id], :not(:defined)')) {
      if (!element.querySelector('a[href], [data-id], [data-field]') || element.closest('template')) continue;
      const group = groups.get(element.parentElement) ?? new Map();
      groups.set(element.parentElement, group);
      const name = element.tagName + '.' + element.className;
      group.set(name, [...(group.get(name) ?? []), element]);
    }
    const lists = [...groups.values()].flatMap((group) => [...group.values()]).filter((group) => group.length > 1);
    // Items of the outermost lists only: a site fills a whole post, never a part of one.
    const items = new Set(lists.flat());
    const isInner = (element) => element.parentElement && (items.has(element.parentElement) || isInner(element.parentElement));
    const pairs = lists.filter(([first]) => !isInner(first));
    if (pairs.length === 0) return;
    const [one, other] = pairs[seed % pairs.length];
    const kept = [one, other].map((element) => ({
      attributes: [...element.attributes].map(({ name, value }) => [name, value]),
      nodes: [...element.childNodes],
    }));
    [one, other].forEach((element, i) => {
      const from = kept[1 - i];
      for (const name of element.getAttributeNames()) element.removeAttribute(name);
      for (const [name, value] of from.attributes) element.setAttribute(name, value);
      element.replaceChildren(...from.nodes);
    });
  };
  window.storm = {
    /** Starts a move and does not wait for its end. */
    move: (url, contentFirst, lag) => { moving = moving.then(() => go(url, contentFirst, lag)); },
    recycle,
    scroll: (part) => scrollTo(0, part * document.documentElement.scrollHeight),
    settled: () => moving,
  };
})()`;
