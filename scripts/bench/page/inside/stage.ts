import marksCss from '@/entrypoints/scanner.content/marks.css?inline';
import type { RuleProgram } from '../../../../utils/rules/compile/program.ts';
import { linkRules, type RuleSet } from '../../../../utils/rules/match/index.ts';
import type { FeedPost } from '../feed-data.ts';
import feedCss from './feed.css?inline';
import type { Feed } from './feed.ts';
import { ELEMENT, FLOOR, MARK_JS, type Method, NONE, OURS, OURS_WITH_BADGES, WRAPPER } from './names.ts';
import { Ours, showBadges } from './ours.ts';
import { AddedElement, createMarkJs, createWrapper, type MarkPosts, Rival, readPosts } from './rivals.ts';

/** What every page of the bench is given. */
export interface PageInput {
  terms: string[];
  /** mark.js gets a tenth of the terms: with all it would not come to an end. */
  fewTerms: string[];
  program: RuleProgram;
  posts: FeedPost[];
}

/** A method at work on a feed. */
export interface Contender {
  /** Marks what is there in one go. */
  once: () => void;
  /** Marks what is there, and what comes. */
  start: () => void;
  /** Leaves the page alone, and what it made if it cannot take it back. */
  stop: () => void;
}

/** A page with its input loaded and every method ready. */
export class Stage {
  readonly posts: readonly FeedPost[];
  readonly rules: RuleSet;
  readonly #rivals: Readonly<Record<string, MarkPosts>>;

  constructor({ terms, fewTerms, program, posts }: PageInput) {
    this.posts = posts;
    this.rules = linkRules(program);
    this.#rivals = {
      [NONE]: () => undefined,
      [FLOOR]: readPosts,
      [MARK_JS]: createMarkJs(fewTerms),
      [WRAPPER]: createWrapper(terms),
    };
    const style = document.createElement('style');
    style.textContent = feedCss + marksCss;
    document.head.append(style);
  }

  ours(isWithBadges: boolean): Ours {
    showBadges(isWithBadges);
    return new Ours(this.rules);
  }

  contender(method: Method, feed: Feed): Contender {
    if (method === OURS || method === OURS_WITH_BADGES) return this.ours(method === OURS_WITH_BADGES);
    if (method === ELEMENT) return new AddedElement();
    return new Rival(feed, this.#rivals[method]!);
  }
}

export async function loadStage(): Promise<Stage> {
  const answer = await fetch('/input.json');
  return new Stage((await answer.json()) as PageInput);
}
