import type { Finding } from '../model/finding';
import type { PostKey } from '../model/post';
import { matchPost, type RuleSet } from '../rules/match';
import type { PostReading } from '../sites/post-reading';

/** Posts whose findings are remembered, so that one that comes back unchanged is matched once. */
const MAX_REMEMBERED = 2_000;
/** A shorter text without findings is matched again as fast as it is looked up. */
const LONG = 200;

interface Known {
  words: string;
  /** Only if the findings rest on them. */
  labels: string | undefined;
  findings: Finding[];
}

/** Findings by post, as long as nothing that rules read has changed. */
export class Remembered {
  readonly #findings = new Map<PostKey, Known>();

  constructor(readonly rules: RuleSet) {}

  findingsOf(post: PostReading): Finding[] {
    const { key } = post;
    const known = this.#findings.get(key);
    if (known && isSame(known, post)) return known.findings;
    const findings = matchPost(this.rules, post);
    this.#findings.delete(key);
    if (findings.length > 0 || post.text.length > LONG) {
      // Labels are read for those few posts alone whose words made a rule ask for them.
      const labels = post.hasReadLabels ? JSON.stringify(post.labels) : undefined;
      this.#findings.set(key, { words: wordsOf(post), labels, findings });
      const [oldest] = this.#findings.keys();
      if (this.#findings.size > MAX_REMEMBERED && oldest !== undefined) this.#findings.delete(oldest);
    }
    return findings;
  }
}

function isSame({ words, labels }: Known, post: PostReading): boolean {
  return words === wordsOf(post) && (labels === undefined || labels === JSON.stringify(post.labels));
}

function wordsOf({ title, text, hashtags, author }: PostReading): string {
  return [title, text, ...hashtags, author.name, author.verification].join('\0');
}
