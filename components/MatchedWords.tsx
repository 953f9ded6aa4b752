import { t } from '../utils/i18n';
import type { Span } from '../utils/model/finding';

/** The words that a rule found, each once; where they are spelled evasively also what they stand for. */
export function MatchedWords({ spans }: { spans: readonly Span[] }) {
  const words = new Map(spans.map((span) => [`${span.text}\n${span.reads ?? ''}`, span]));
  if (words.size === 0) return null;
  return (
    <p>
      <span class="term">{t('cardWords')}</span>{' '}
      {[...words].map(([key, { text, reads }]) => (
        <span key={key} class="word">
          <q>{text}</q>
          {reads && (
            <>
              <span role="img" aria-label={t('cardReadsAs')}>
                →
              </span>{' '}
              <span class="reads">{reads}</span>
            </>
          )}
        </span>
      ))}
    </p>
  );
}
