import '@/components/tokens.css';
import '@/components/base.css';
import '@/components/precheck/precheck.css';
import axe from 'axe-core';
import { type ComponentChildren, render } from 'preact';
import { afterEach, beforeEach } from 'vitest';
import type { CheckId, CheckTally, Concern, Place } from '@/utils/model/concern';
import type { Report } from '@/utils/model/report';
import { makePost, makeReport } from '../../support/builders';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  document.documentElement.style.removeProperty('color-scheme');
});

export function show(children: ComponentChildren): HTMLElement {
  render(<div style={{ padding: '16px' }}>{children}</div>, root);
  return root;
}

/** One line for each kind of barrier that axe finds; headings stand below those of the page. */
export async function barriers(): Promise<string[]> {
  const off = { enabled: false };
  const { violations } = await axe.run(root, { rules: { region: off, 'heading-order': off } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

const TEXT = '她的7岁女儿在青禾小学一年级2班，想帮忙的加 vx：ab12345 或打 13812345678，我把清单发给大家看。';
const NOTE = '车牌京A12345 已核对';

export const REPORT: Report = makeReport({
  note: NOTE,
  post: makePost({ title: '偶遇', text: TEXT }),
});

function place(field: 'text' | 'note', text: string, kind: Place['kind']): Place {
  const start = (field === 'text' ? TEXT : NOTE).indexOf(text);
  return { field, start, end: start + text.length, text, kind };
}

export const concern = (check: CheckId, parts: Partial<Concern> = {}): Concern => ({
  check,
  places: [],
  grounds: [],
  ...parts,
});

/** One of each kind that a reader can meet. */
export const CONCERNS: readonly Concern[] = [
  concern('fiction-mark', {
    grounds: [
      {
        type: 'label',
        label: { kind: 'fiction', text: '剧情演绎，仅供娱乐', by: 'author', from: 'element' },
      },
      { type: 'wording', name: { zh_CN: '文中说明是剧情', en: 'Text says it is fiction' }, text: '纯属虚构' },
    ],
    earlier: { at: Date.UTC(2026, 10, 20), by: '阿青', stands: false },
  }),
  concern('minors', { places: [place('text', '7岁女儿', 'child')] }),
  concern('bystander-picture'),
  concern('private-numbers', {
    places: [
      place('text', 'ab12345', 'chat-account'),
      place('text', '13812345678', 'mobile'),
      place('note', '京A12345', 'licence-plate'),
    ],
  }),
  concern('names', {
    places: [place('text', '青禾小学一年级2班', 'school')],
    earlier: { at: Date.UTC(2026, 10, 20), stands: true },
  }),
  concern('evidence', {
    grounds: [
      { type: 'gap', gap: 'answers' },
      { type: 'gap', gap: 'old-reading' },
    ],
  }),
];

export const TALLIES: readonly CheckTally[] = [
  { check: 'satire', count: 12, ids: [], passed: 0 },
  { check: 'private-numbers', count: 3_204, ids: [], passed: 18 },
  { check: 'names', count: 0, ids: [], passed: 5 },
  { check: 'evidence', count: 41_000, ids: [], passed: 0 },
];
