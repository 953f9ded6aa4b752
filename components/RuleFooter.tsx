import { useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { RuleTally } from '../utils/model/report';

export interface RuleActions {
  /** Marks nothing any more for a rule; resolves to whether that is so. */
  onMute: (rule: string) => Promise<boolean>;
  onUnmute: (rule: string) => Promise<boolean>;
}

export interface RuleFooterProps {
  rule: string;
  tally: RuleTally | undefined;
  actions: RuleActions;
}

/** What the reader made of a rule so far, and the way to be rid of it. */
export function RuleFooter({ rule, tally, actions }: RuleFooterProps) {
  const [muted, setMuted] = useState(false);
  const [said, setSaid] = useState('');
  const switchTo = async (mute: boolean) => {
    if (!(await (mute ? actions.onMute(rule) : actions.onUnmute(rule)))) return;
    setMuted(mute);
    setSaid(t(mute ? 'stateMuted' : 'stateUnmuted'));
  };
  const decided = tally && tally.reported + tally.dismissed > 0;
  return (
    <>
      {decided && <p class="basis">{t('cardTally', tally.reported, tally.dismissed)}</p>}
      <p class="rule-said" role="status">
        {said}
      </p>
      {/* One button: the focus stays on what takes back what it did. */}
      <button type="button" class="link" onClick={() => void switchTo(!muted)}>
        {t(muted ? 'actionUndo' : 'actionMuteRule')}
      </button>
    </>
  );
}
