import type { ComponentChildren } from 'preact';
import { formatNumber, formatTime, t } from '../utils/i18n';
import type { Finding } from '../utils/model/finding';
import { COUNT_NAMES, type Media, type Post, type TextField } from '../utils/model/post';
import type { Withheld } from '../utils/model/report';
import { LabelReadingView } from './LabelReadingView';
import { type Mark, MarkedText } from './MarkedText';
import { countWord, mediaWord } from './words';

export interface PostViewProps {
  post: Post;
  findings: readonly Finding[];
  /** Parts that are not there because the reader took them out. */
  withheld: readonly Withheld[];
}

/** The post as it was read, with the matched words marked. */
export function PostView({ post, findings, withheld }: PostViewProps) {
  const missing = (part: Withheld) => t(withheld.includes(part) ? 'valueWithheld' : 'valueNotRead');
  return (
    <div class="post">
      {post.title && (
        <p class="post-title">
          <MarkedText text={post.title} marks={marksIn('title', findings)} />
        </p>
      )}
      {post.text ? (
        <p class="post-text">
          <MarkedText text={post.text} marks={marksIn('text', findings)} />
        </p>
      ) : (
        <p class="muted">{t('postNoText')}</p>
      )}
      {post.hashtags.length > 0 && <p class="post-tags">{post.hashtags.map((tag) => `#${tag}`).join(' ')}</p>}
      <dl class="facts">
        <Fact name={t('postAuthor')}>
          <AuthorName post={post} missing={missing('author')} />
        </Fact>
        <Fact name={t('postPublished')}>{publishedText(post) ?? missing('publishedAt')}</Fact>
        <Fact name={t('postCounts')}>
          {COUNT_NAMES.flatMap((name) => {
            const count = post.counts[name];
            return count === undefined ? [] : [`${countWord(name)} ${formatNumber(count)}`];
          }).join(' · ') || missing('counts')}
        </Fact>
        {(post.media || withheld.includes('media')) && (
          <Fact name={t('postMedia')}>
            {post.media ? <MediaLinks media={post.media} /> : missing('media')}
          </Fact>
        )}
        {withheld.includes('hashtags') && <Fact name={t('keptHashtags')}>{missing('hashtags')}</Fact>}
        <Fact name={t('cardLabels')}>
          <LabelReadingView labels={post.labels} places={post.labelPlaces} />
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
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

function publishedText({ publishedAt, publishedApprox }: Post): string | undefined {
  if (publishedAt === undefined) return undefined;
  return publishedApprox ? t('timeApprox', formatTime(publishedAt)) : formatTime(publishedAt);
}

function marksIn(field: TextField, findings: readonly Finding[]): Mark[] {
  return findings.flatMap(({ spans, confidence }) =>
    spans.filter((span) => span.field === field).map(({ start, end }) => ({ start, end, confidence })),
  );
}
