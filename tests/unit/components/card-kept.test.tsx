// @vitest-environment happy-dom
import '../../support/cleanup';
import { screen, within } from '@testing-library/preact';
import { describe, expect, test } from 'vitest';
import { keptEntries } from '@/components/kept-entries';
import type { Filing, Withheld } from '@/utils/model/report';
import { makeDraft, makePost } from '../../support/builders';
import { showCard } from '../../support/card';
import { FILED, FINDING, makeReported } from '../../support/card-data';

const post = makePost({
  media: [{ type: 'image', url: 'https://example.com/1.jpg' }],
  labelPlaces: [{ from: 'element', where: '.label', text: '' }],
});
const draft = makeDraft({ post });
const PICTURE = { width: 40, height: 30, webp: '' };

describe('the list of what a report holds', () => {
  const list = (of = draft, before: Withheld[] = [], filed?: Filing) =>
    keptEntries(of, before, [FINDING], filed);
  const shown = (...args: Parameters<typeof list>) =>
    Object.fromEntries(list(...args).map(({ name, value }) => [name, value]));

  test('names everything that is stored, and nothing that is not there', () => {
    expect(shown()).toEqual({
      Text: `${post.title} / ${post.text}`,
      Address: post.url,
      Author: '山间小院 · https://www.xiaohongshu.com/user/profile/user-1',
      Published: expect.stringContaining('Oct 1, 2026'),
      Counts: 'Likes 1,200 · Comments 34',
      Hashtags: '#暖心',
      Media: 'Addresses: 1',
      'Labels on the post': 'The label place was read and is empty · .label',
      Findings: 'Fake staged scenes',
      Read: expect.stringContaining('site definitions 0.1.0+test'),
    });
    const bare = makePost({ author: {}, counts: {}, hashtags: [], title: '' });
    delete bare.publishedAt;
    const names = list(makeDraft({ post: bare })).map(({ name }) => name);
    expect(names).toEqual(['Text', 'Address', 'Labels on the post', 'Findings', 'Read']);
  });

  test('note and answers are listed once there are any', () => {
    const answers = [{ category: 'a', question: FINDING.checklist[0]!, answer: 'yes' as const }];
    expect(shown({ ...draft, note: '三个机位', answers })).toMatchObject({
      Note: '三个机位',
      Answers: '1 of your answers',
    });
  });

  test('only what a report can do without is removable', () => {
    const removable = list(draft, [], { ...FILED, screenshot: true }).filter((entry) => 'part' in entry);
    expect(removable.map(({ name }) => name)).toEqual([
      'Author',
      'Published',
      'Counts',
      'Hashtags',
      'Media',
      'Picture',
    ]);
  });

  test('what was taken out of an earlier report is out for good', () => {
    const author = list(draft, ['author']).find(({ name }) => name === 'Author');
    expect(author).toMatchObject({ kept: false });
    expect(author).not.toHaveProperty('part');
  });

  test.each<[string, Filing | undefined, unknown]>([
    ['nothing before filing', undefined, undefined],
    ['nothing without a picture', FILED, undefined],
    ['a stored one', { ...FILED, screenshot: true }, { value: 'Picture of the post', kept: true }],
    [
      'one that waits',
      { ...FILED, picture: PICTURE },
      { value: expect.stringContaining('40 × 30'), kept: false },
    ],
  ])('the picture: %s', (_, filed, expected) => {
    const entry = list(draft, [], filed).find(({ name }) => name === 'Picture');
    if (expected) expect(entry).toMatchObject(expected as object);
    else expect(entry).toBeUndefined();
  });
});

describe('on the card', () => {
  const rowOf = (name: string) => within(screen.getByText(name, { selector: 'dt' }).parentElement!);
  const remove = (name: string) => screen.getByRole('button', { name: `Remove from the report: ${name}` });

  test('an entry that is removed before filing is not filed', async () => {
    const { actions, user } = showCard({ draft });
    await user.click(remove('Author'));
    expect(rowOf('Author').getByText('Not kept')).toBeTruthy();
    expect(screen.getByText('No longer kept: Author')).toBeTruthy();
    await user.click(remove('Counts'));
    await user.click(screen.getByRole('button', { name: 'Put back into the report: Counts' }));
    await user.click(screen.getByRole('button', { name: 'Report' }));
    const [filed] = actions.report.mock.calls[0]!;
    expect(filed).toMatchObject({ withheld: ['author'], post: { author: {}, counts: post.counts } });
    expect(JSON.stringify(filed)).not.toContain('山间小院');
  });

  test('one that is removed after filing is filed again without it, under the same name', async () => {
    const { actions, user } = showCard({ draft });
    await user.type(screen.getByLabelText('Note'), '看过');
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await screen.findByText('Saved on this machine');
    await user.click(remove('Author'));
    expect(await screen.findByText('No longer kept: Author')).toBeTruthy();
    const [first, again] = actions.report.mock.calls.map(([each]) => each);
    expect(again).toMatchObject({ filing: first!.filing, note: '看过', withheld: ['author'] });
    expect(JSON.stringify(again)).not.toContain('山间小院');
    // The countdown of the first filing goes on.
    expect(screen.getByRole('button', { name: /Undo \(\d+ s\)/ })).toBeTruthy();
  });

  test('says so when that was not stored, and does not call it removed', async () => {
    const { actions, user } = showCard({ draft });
    await user.click(screen.getByRole('button', { name: 'Report' }));
    await screen.findByText('Saved on this machine');
    actions.report.mockRejectedValueOnce(new Error('The disk is full.'));
    await user.click(remove('Author'));
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    expect(remove('Author')).toBeTruthy();
    expect(screen.getByText('Saved on this machine')).toBeTruthy();
  });

  test('a stored picture can be removed; one that came with the filing can be put back', async () => {
    const filed = { ...FILED, screenshot: true, picture: PICTURE };
    const { actions, user } = showCard({ draft, initial: { step: 'saved', filed, secondsLeft: 9 } });
    expect(screen.getByText('Saved on this machine · with screenshot')).toBeTruthy();
    await user.click(remove('Picture'));
    expect(actions.setPicture).toHaveBeenLastCalledWith(filed, null);
    expect(await screen.findByText('No longer kept: Picture')).toBeTruthy();
    expect(screen.queryByText(/with screenshot/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Put back into the report: Picture' }));
    expect(actions.setPicture).toHaveBeenLastCalledWith(expect.anything(), PICTURE);
    expect(await screen.findByText('Saved on this machine · with screenshot')).toBeTruthy();
  });

  test('what the reader took out of an earlier report cannot be put back', () => {
    const report = makeReported({ withheld: ['author'] });
    showCard({ draft, earlier: { report, changes: ['same'] } });
    expect(rowOf('Author').getByText('Not kept')).toBeTruthy();
    expect(rowOf('Author').queryByRole('button')).toBeNull();
  });
});
