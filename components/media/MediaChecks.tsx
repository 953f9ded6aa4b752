import { t } from '../../utils/i18n';
import type { MediaCheck } from '../../utils/model/media-check';
import type { Post } from '../../utils/model/post';
import { FileSays } from './FileSays';
import { joinedWords, speaks } from './media-facts';
import { fileName, troubleWord } from './media-words';
import { ReadFacts } from './ReadFacts';
import { verdictWord } from './verdict-words';

export interface MediaChecksProps {
  checks: readonly MediaCheck[];
  post: Pick<Post, 'labels' | 'media'>;
}

/** All that was found out about the files of a reported post, file by file, those that say something first. */
export function MediaChecks({ checks, post }: MediaChecksProps) {
  const joined = joinedWords(checks, post.labels);
  const ordered = [...checks].sort((a, b) => Number(speaks(b)) - Number(speaks(a)));
  return (
    <div class="media-says">
      {joined && <p class="joined">{joined}</p>}
      <ul class="file-list">
        {ordered.map((check) => (
          <li key={check.media.url}>
            <CheckedFile check={check} media={post.media ?? []} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function CheckedFile({ check, media }: { check: MediaCheck; media: NonNullable<Post['media']> }) {
  const name = fileName(check.media, media);
  return (
    <article class="file-result" aria-label={name}>
      <h4>
        <FileLink url={check.media.url}>{name}</FileLink>
      </h4>
      <p class="joined">{verdictWord(check)}</p>
      {speaks(check) ? (
        <FileSays check={check} />
      ) : (
        check.trouble && <p class="term">{troubleWord(check.trouble)}</p>
      )}
      <details>
        <summary class="small">{t('mediaFacts')}</summary>
        <ReadFacts check={check} />
      </details>
    </article>
  );
}

/** Reports come in files too: only an address of the web can be followed. */
function FileLink({ url, children }: { url: string; children: string }) {
  if (!/^https?:\/\//i.test(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
