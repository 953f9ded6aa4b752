import { Notice } from './Notice';

export interface ProblemProps {
  text: string;
  /** What the one button says and does. */
  action: string;
  onAction: () => void;
}

/** Something went wrong: what, and the one thing to do about it. */
export function Problem({ text, action, onAction }: ProblemProps) {
  return (
    <Notice tone="error">
      <p>{text}</p>
      <button type="button" class="button" onClick={onAction}>
        {action}
      </button>
    </Notice>
  );
}
