import { formatTime, t } from '../utils/i18n';
import type { Visit } from '../utils/model/report';
import { LabelReadingView } from './LabelReadingView';
import { changeWord } from './words';

/** How a post was found on later visits, newest first: what differs from the report, and what stands there now. */
export function VisitList({ visits }: { visits: readonly Visit[] }) {
  return (
    <ol class="history">
      {visits.toReversed().map((visit) => (
        <li key={visit.seq}>
          <time dateTime={new Date(visit.at).toISOString()}>{formatTime(visit.at)}</time>
          <div>
            <p>{visit.changes.map(changeWord).join(t('listSeparator'))}</p>
            <LabelNow {...visit} />
            <TextNow {...visit} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function LabelNow({ changes, labels }: Visit) {
  const isAbout = changes.includes('labelled') || changes.includes('unlabelled');
  return isAbout && labels ? <LabelReadingView labels={labels} places={undefined} /> : null;
}

function TextNow({ title, text }: Visit) {
  if (!title && !text) return null;
  return (
    <details>
      <summary>{t('visitText')}</summary>
      {title && <p class="post-title">{title}</p>}
      {text && <p class="post-text">{text}</p>}
    </details>
  );
}
