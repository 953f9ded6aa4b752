import { describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkMessage, type Sender } from '@/entrypoints/background/guard';
import { RefusedMessageError } from '@/utils/errors';
import { DismissSchema, ReportDraftSchema } from '@/utils/messaging/schema';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeDraft, makePost } from '../../support/builders';

const sender = (parts: Partial<Sender> = {}): Sender => ({
  id: fakeBrowser.runtime.id,
  url: 'https://www.xiaohongshu.com/explore',
  tab: { id: 7 },
  ...parts,
});
const check = (data: unknown, from: Sender = sender()) =>
  checkMessage(ReportDraftSchema, { type: 'fileReport', data, sender: from });

describe('checkMessage', () => {
  test('lets a draft of our own content script through unchanged', () => {
    const media = [{ type: 'image' as const, url: 'https://img.example/1.jpg' }];
    const labelPlaces = [{ from: 'element' as const, where: '.label', text: '' }];
    const draft = makeDraft({
      post: makePost({ media, labelPlaces }),
      answers: [{ category: 'a/b', question: { zh_CN: '问', en: 'Q' }, answer: 'no' }],
      withheld: ['author', 'counts'],
      mediaChecks: [makeMediaCheck({ media: media[0]! })],
    });
    expect(check(draft)).toEqual(draft);
  });

  test.each([
    ['another extension', sender({ id: 'someone-else' }), /not come from this extension/],
    [
      'a page without a tab',
      { id: fakeBrowser.runtime.id, url: 'https://www.xiaohongshu.com/' },
      /not come from a tab/,
    ],
    ['a site that is not ours', sender({ url: 'https://example.com/' }), /no known site/],
    ['an address that is none', sender({ url: 'nonsense' }), /no known site/],
  ])('refuses %s', (_, from, message) => {
    expect(() => check(makeDraft(), from)).toThrow(message);
    expect(() => check(makeDraft(), from)).toThrow(RefusedMessageError);
  });

  test.each([
    [
      'a key of another post',
      makeDraft({ post: makePost({ key: 'zhihu:answer:1' }) }),
      /key does not belong/,
    ],
    ['a script address', makeDraft({ post: makePost({ url: 'javascript:alert(1)' }) }), /post\.url/],
    [
      "a script in the author's link",
      makeDraft({ post: makePost({ author: { url: 'javascript:alert(1)' } }) }),
      /author\.url/,
    ],
    ['a megabyte of text', makeDraft({ post: makePost({ text: 'x'.repeat(1_000_000) }) }), /post\.text/],
    ['an unknown field', { ...makeDraft(), admin: true }, /admin/],
    [
      'label "seen" without a label',
      makeDraft({
        post: makePost({ labels: { state: 'seen', items: [] } as never }),
      }),
      /labels/,
    ],
    [
      'a script among the media',
      makeDraft({ post: makePost({ media: [{ type: 'image', url: 'javascript:alert(1)' }] }) }),
      /media\.0\.url/,
    ],
    [
      'something withheld that a report cannot do without',
      makeDraft({ withheld: ['text' as never] }),
      /withheld/,
    ],
    ['an answer that is none', makeDraft({ answers: [{ answer: 'yes' } as never] }), /answers\.0/],
    ['no time of reading', { ...makeDraft(), readAt: undefined }, /readAt/],
    ['a time of reading before all time', makeDraft({ readAt: -1 }), /readAt/],
    [
      'a label place of another world',
      makeDraft({ post: makePost({ labelPlaces: [{ from: 'network' as never, where: 'x', text: '' }] }) }),
      /labelPlaces\.0\.from/,
    ],
    [
      'hundreds of label places',
      makeDraft({
        post: makePost({ labelPlaces: Array(300).fill({ from: 'state', where: 'x', text: '' }) }),
      }),
      /labelPlaces/,
    ],
    ['negative counts', makeDraft({ post: makePost({ counts: { like: -1 } }) }), /counts/],
    ['nothing', undefined, /payload/],
  ])('refuses %s and says where', (_, data, message) => {
    expect(() => check(data)).toThrow(message);
  });

  test('names the message that was refused', () => {
    const message = {
      type: 'dismissPost',
      data: { postKey: 'x' },
      sender: sender(),
    };
    expect(() => checkMessage(DismissSchema, message)).toThrow(/^Message dismissPost refused: /);
  });
});
