import type { SiteBridge, StatePost } from '../sites/define-site';
import { isRecord } from '../sites/unknown';
import { MAX_PAGE_POSTS, OFFER, REQUEST } from './wire';

/**
 * The end in the page's world. Leaves nothing that the page could notice: no global, no changed object, no node, no
 * request, and events whose name is random. Built-ins are taken before the page's scripts can replace them.
 */
export function answerQuestions(document: Document, bridges: ReadonlyMap<string, SiteBridge>): void {
  const { apply } = Reflect;
  const { parse, stringify } = JSON;
  const { dispatchEvent, addEventListener, removeEventListener } = EventTarget.prototype;
  const { composedPath } = Event.prototype;
  const TellingEvent = CustomEvent;
  const page = document.defaultView as unknown as Record<string, unknown>;
  const channel = crypto.randomUUID();
  const tell = (name: string, detail: string) =>
    apply(dispatchEvent, document, [new TellingEvent(name, { detail })]);

  const offer = () => tell(OFFER, channel);
  apply(addEventListener, document, [REQUEST, offer, { once: true }]);
  offer();
  apply(addEventListener, document, [
    'DOMContentLoaded',
    () => apply(removeEventListener, document, [REQUEST, offer]),
    { once: true },
  ]);

  apply(addEventListener, document, [
    channel,
    (event: CustomEvent<unknown>) => {
      const [target] = apply(composedPath, event, []);
      let facts = '[]';
      try {
        const question: unknown = typeof event.detail === 'string' ? parse(event.detail) : undefined;
        facts = stringify(factsAt(target, bridges, question, page));
      } catch {
        // Getters of page objects may throw; then there are no facts and the elements are read alone.
      }
      tell(`${channel}.`, facts);
    },
    true,
  ]);
}

function factsAt(
  target: unknown,
  bridges: ReadonlyMap<string, SiteBridge>,
  question: unknown,
  page: Record<string, unknown>,
): StatePost[] {
  const bridge =
    isRecord(question) && typeof question.site === 'string' ? bridges.get(question.site) : undefined;
  if ((target as Node | undefined)?.nodeType === Node.ELEMENT_NODE) {
    const fact = bridge?.ofElement?.(target as Element);
    return fact ? [fact] : [];
  }
  const facts: StatePost[] = [];
  for (const fact of bridge?.ofPage?.(page) ?? []) {
    facts.push(fact);
    if (facts.length >= MAX_PAGE_POSTS) break;
  }
  return facts;
}
