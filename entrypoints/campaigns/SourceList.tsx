import { t } from '@/utils/i18n';
import type { Source } from '@/utils/rules/catalogue';
import { gradeWord } from './words';

/** Notices as they call themselves, which is in Chinese; a link only where the notice's address is known. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="sources">
      {sources.map(({ issuer, title, date, where, grade }) => {
        const address = /^https?:\/\/[^\s;]+/.exec(where)?.[0];
        return (
          <li key={`${date}${title}`}>
            <span lang="zh-CN">
              {issuer}：
              {address ? (
                <a href={address} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
            </span>{' '}
            <span class="small muted">
              {date === '—' ? t('sourceUndated') : <span lang="zh-CN">{date}</span>} · {grade}:{' '}
              {gradeWord(grade)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
