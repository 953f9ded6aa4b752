import { t } from '../utils/i18n';
import type { Confidence, Span } from '../utils/model/finding';
import type { TextField } from '../utils/model/post';
import { type Excerpt, excerptsOf } from '../utils/sentence';
import { MarkedText } from './MarkedText';

export interface MatchedWordsProps {
  spans: readonly Span[];
  confidence: Confidence;
  /** Shows the words in their sentences; absent where the whole text stands beside. */
  texts?: Record<TextField, string> | undefined;
}

/** A text that says the same over and over is not quoted over and over. */
const MOST_SENTENCES = 5;

/** The words that a rule found; where they are spelled evasively also what they stand for. */
export function MatchedWords({ spans, confidence, texts }: MatchedWordsProps) {
  const excerpts = texts ? withoutRepetitions(excerptsOf(texts, spans)) : [];
  const words = [...new Map(spans.map((span) => [`${span.text}\n${span.reads ?? ''}`, span])).values()];
  const listed = excerpts.length > 0 ? words.filter(({ reads }) => reads) : words;
  return (
    <>
      {excerpts.length > 0 && (
        <div class="matched">
          <span class="term">{t('cardWords')}</span>
          {excerpts.slice(0, MOST_SENTENCES).map((excerpt) => (
            <Sentence key={`${excerpt.field} ${excerpt.text}`} excerpt={excerpt} confidence={confidence} />
          ))}
          {excerpts.length > MOST_SENTENCES && (
            <span class="term">{t('cardMorePlaces', excerpts.length - MOST_SENTENCES)}</span>
          )}
        </div>
      )}
      {listed.length > 0 && (
        <p class="words-line">
          {excerpts.length === 0 && <span class="term">{t('cardWords')} </span>}
          {listed.map((span) => (
            <Word key={`${span.text} ${span.reads}`} span={span} />
          ))}
        </p>
      )}
    </>
  );
}

function withoutRepetitions(excerpts: readonly Excerpt[]): Excerpt[] {
  return [...new Map(excerpts.map((excerpt) => [`${excerpt.field} ${excerpt.text}`, excerpt])).values()];
}

function Sentence({ excerpt, confidence }: { excerpt: Excerpt; confidence: Confidence }) {
  const { text, marks, cutBefore, cutAfter } = excerpt;
  return (
    <blockquote class="sentence">
      {cutBefore && '…'}
      <MarkedText text={text} marks={marks.map((mark) => ({ ...mark, confidence }))} />
      {cutAfter && '…'}
    </blockquote>
  );
}

function Word({ span: { text, reads } }: { span: Span }) {
  return (
    <span class="word">
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
  );
}
