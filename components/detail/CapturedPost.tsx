import { formatNumber, formatTime, t } from '../../utils/i18n';
import type { Finding } from '../../utils/model/finding';
import { COUNT_NAMES, type Media, type Post, type TextField } from '../../utils/model/post';
import type { Report, Withheld } from '../../utils/model/report';
import { type Mark, MarkedText } from '../MarkedText';
import { countWord, mediaWord } from '../words';
import { Fact } from './Section';

export type CapturedPostProps = Pick<Report, 'post' | 'findings' | 'withheld'>;

/** The post as it was read, with the matched words marked, and who wrote it when. */
export function CapturedPost({ post, findings, withheld = [] }: CapturedPostProps) {
  return (
    <div class="post">
      {post.title && (
        <p class="post-title">
          <MarkedText text={post.title} marks={marksIn('title', findings)} />
        </p>
      )}
      {post.text ? (
        <PostText text={post.text} marks={marksIn('text', findings)} />
      ) : (
        <p class="muted">{t('postNoText')}</p>
      )}
      {post.hashtags.length > 0 && <p class="post-tags">{post.hashtags.map((tag) => `#${tag}`).join(' ')}</p>}
      <PostFacts post={post} withheld={withheld} />
    </div>
  );
}

/** Characters and lines up to which a text stands there whole on every screen. */
const WHOLE = { characters: 240, lines: 10 };

/** A long text is a window of its own, which the keyboard must be able to scroll. */
function PostText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const isWhole = text.length <= WHOLE.characters && text.split('\n').length <= WHOLE.lines;
  const scrolls = { role: 'region', 'aria-label': t('detailText'), tabIndex: 0 } as const;
  return (
    <div class="post-text" {...(!isWhole && scrolls)}>
      <MarkedText text={text} marks={marks} />
    </div>
  );
}

/** Parts that are not there were not read, or taken out by the reader. */
function PostFacts({ post, withheld }: { post: Post; withheld: readonly Withheld[] }) {
  const missing = (part: Withheld) => t(withheld.includes(part) ? 'valueWithheld' : 'valueNotRead');
  return (
    <dl class="facts">
      <Fact name={t('postAuthor')}>
        <AuthorName post={post} missing={missing('author')} />
      </Fact>
      <Fact name={t('postPublished')}>{publishedText(post) ?? missing('publishedAt')}</Fact>
      <Fact name={t('postCounts')}>{countsText(post) || missing('counts')}</Fact>
      {(post.media || withheld.includes('media')) && (
        <Fact name={t('postMedia')}>{post.media ? <MediaLinks media={post.media} /> : missing('media')}</Fact>
      )}
      {withheld.includes('hashtags') && <Fact name={t('keptHashtags')}>{missing('hashtags')}</Fact>}
    </dl>
  );
}

function AuthorName({ post: { author }, missing }: { post: Post; missing: string }) {
  const name = author.name ?? missing;
  return (
    <>
      {author.url ? (
        <a href={author.url} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {author.verification && <span class="muted"> · {author.verification}</span>}
    </>
  );
}

/** Numbered by type, as they stand in the post. The sites may take them down; the addresses stay in the report. */
function MediaLinks({ media }: { media: readonly Media[] }) {
  const numbered = media.map(({ type, url }, i) => {
    const number = media.slice(0, i + 1).filter((other) => other.type === type).length;
    return (
      <li key={url}>
        <a href={url} target="_blank" rel="noopener noreferrer">
          {mediaWord(type, number)}
        </a>
      </li>
    );
  });
  return <ul class="media-links">{numbered}</ul>;
}

function countsText({ counts }: Post): string {
  return COUNT_NAMES.flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [`${countWord(name)} ${formatNumber(count)}`];
  }).join(' · ');
}

function publishedText({ publishedAt, publishedApprox }: Post): string | undefined {
  if (publishedAt === undefined) return undefined;
  return publishedApprox ? t('timeApprox', formatTime(publishedAt)) : formatTime(publishedAt);
}

function marksIn(field: TextField, findings: readonly Finding[]): Mark[] {
  return findings.flatMap(({ spans, confidence }) =>
    spans.filter((span) => span.field === field).map(({ start, end }) => ({ start, end, confidence })),
  );
}
