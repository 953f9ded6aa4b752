import { render } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { Card, type CardProps } from '@/components/Card';
import { makeDraft } from './builders';
import { FINDING, makeActions } from './card-data';

/** Renders a card with one finding, and gives what was called and a person's hands. */
export function showCard(parts: Partial<CardProps> = {}) {
  const actions = makeActions();
  const asked = {
    lookUp: vi.fn<CardProps['lookUp']>(async () => null),
    onMore: vi.fn<CardProps['onMore']>(async () => undefined),
  };
  const onClose = vi.fn();
  const props: CardProps = {
    draft: makeDraft(),
    findings: [FINDING],
    choices: [],
    actions,
    ...asked,
    onClose,
    ...parts,
  };
  render(<Card {...props} />);
  return { actions, ...asked, onClose, draft: props.draft, user: userEvent.setup() };
}
