import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { builtInPacks, sharedPacks } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';
import { describeRule } from '@/utils/rules/describe';
import { readPublishedRules } from '@/utils/storage/published-rules';
import { servePacks } from '../../support/packs-answer';

const RULE = builtInPacks[0]!.rules[0]!.id;

/** The texts are kept as long as the background lives: each test has one of its own. */
const start = () => import('@/entrypoints/background/packs');

beforeEach(() => {
  vi.resetModules();
  fakeBrowser.reset();
});
afterEach(() => vi.unstubAllGlobals());

test('nothing is read before somebody asks', async () => {
  const serve = servePacks();
  await start();
  expect(serve).not.toHaveBeenCalled();
});

test('texts are read once, from the package, whoever asks and when', async () => {
  const serve = servePacks();
  const { packTexts } = await start();
  const [first, second] = await Promise.all([packTexts(), packTexts()]);
  expect(await packTexts()).toBe(first);
  expect(second).toBe(first);
  expect(serve.mock.calls).toEqual([[fakeBrowser.runtime.getURL('/packs.json')]]);
});

test('they say what the packs of the pages say', async () => {
  servePacks();
  const { packTexts } = await start();
  const texts = await packTexts();
  expect(texts.describeRule(RULE)).toEqual(describeRule(RULE));
  expect(texts.isRule(RULE)).toBe(true);
  expect(texts.isRule('2024-1/gone/rule')).toBe(false);
});

test.each([
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), /Failed to fetch/],
  ['a refusal', async () => new Response('', { status: 404 }), /could not be read \(404\)/],
  ['half a file', async () => new Response('{"packs":['), /JSON/],
])('%s is an error for all who asked, and the next request reads again', async (_, fail, message) => {
  const serve = servePacks();
  serve.mockImplementationOnce(fail);
  const { packTexts } = await start();
  const [first, second] = await Promise.allSettled([packTexts(), packTexts()]);
  for (const each of [first, second])
    expect(each).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(message) },
    });
  expect((await packTexts()).isRule(RULE)).toBe(true);
  expect(serve).toHaveBeenCalledTimes(2);
});

test('what is published are the rules of all packs', async () => {
  servePacks();
  const { publishPacks } = await start();
  await publishPacks();
  expect(await readPublishedRules()).toEqual(compilePacks(builtInPacks, sharedPacks));
});

test('rules that were published stay when the packs cannot be read', async () => {
  const serve = servePacks();
  const { publishPacks } = await start();
  await publishPacks();
  serve.mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(publishPacks()).rejects.toThrow('Failed to fetch');
  expect((await readPublishedRules())?.rules.length).toBeGreaterThan(300);
});
