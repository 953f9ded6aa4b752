import type { Finding } from '../model/finding';
import type { PostKey } from '../model/post';
import { matchPost, type RuleSet } from '../rules/match';
import type { PostReading } from '../sites/post-reading';

/** Posts whose findings are remembered, so that one that comes back unchanged is matched once. */
const MAX_REMEMBERED = 2_000;
/** A shorter text without findings is matched again as fast as it is looked up. */
const LONG = 200;

/** What rules read of a post, without its elements. */
type Words = Pick<PostReading, 'title' | 'text' | 'hashtags' | 'author' | 'evidence'>;

interface Known extends Words {
  /** Only if the findings rest on them. */
  labels: PostReading['labels'] | undefined;
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
    if (known) this.#findings.delete(key);
    if (findings.length > 0 || post.text.length > LONG) {
      // Labels are read for those few posts alone whose words made a rule ask for them.
      const labels = post.hasReadLabels ? post.labels : undefined;
      const { title, text, hashtags, author, evidence } = post;
      this.#findings.set(key, { title, text, hashtags, author, evidence, labels, findings });
      const [oldest] = this.#findings.keys();
      if (this.#findings.size > MAX_REMEMBERED && oldest !== undefined) this.#findings.delete(oldest);
    }
    return findings;
  }
}

function isSame({ labels, ...known }: Known, post: PostReading): boolean {
  return (
    known.title === post.title &&
    known.text === post.text &&
    known.author.name === post.author.name &&
    known.author.verification === post.author.verification &&
    known.hashtags.join('\0') === post.hashtags.join('\0') &&
    known.evidence?.kind === post.evidence?.kind &&
    known.evidence?.strength === post.evidence?.strength &&
    (labels === undefined || JSON.stringify(labels) === JSON.stringify(post.labels))
  );
}
