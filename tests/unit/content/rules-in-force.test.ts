import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RulesInForce } from '@/entrypoints/scanner.content/rules-in-force';
import { builtInPacks, loadRules, sharedPacks } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';
import { matchPost, type RuleSet } from '@/utils/rules/match';
import { publishRules } from '@/utils/storage/published-rules';
import { mutedRules, setRuleMuted } from '@/utils/storage/settings';
import { makePost } from '../../support/builders';

const program = compilePacks(builtInPacks, sharedPacks);
const post = makePost({ title: '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续' });
const found = (rules: RuleSet | undefined) => rules && matchPost(rules, post).map(({ rule }) => rule);
const ALL = found(loadRules())!;
const [RULE = ''] = ALL;

let onReplaced: ReturnType<typeof vi.fn<() => void>>;
let onMuted: ReturnType<typeof vi.fn<(rules: RuleSet) => void>>;
let rules: RulesInForce;
beforeEach(() => {
  onReplaced = vi.fn();
  onMuted = vi.fn();
  rules = new RulesInForce({ onReplaced, onMuted });
});

/** The same program as another version of the extension wrote it, whose tables do not fit. */
const unfit = { ...program, terms: { ...program.terms, tables: 'AAAA' } };
const heard = () => new Promise((resolve) => setTimeout(resolve));

test('the rules that these tests mute find something', () => {
  expect(ALL).toContain(RULE);
  expect(RULE).not.toBe('');
});

describe('the rules in force', () => {
  test('are none before any were published', async () => {
    await rules.read();
    expect(rules.current).toBeUndefined();
  });

  test('are those that were published, without those that were muted', async () => {
    await publishRules(program);
    await rules.read();
    expect(found(rules.current)).toEqual(ALL);
    await setRuleMuted(RULE, true);
    const others = new RulesInForce({ onReplaced, onMuted });
    await others.read();
    expect(found(others.current)).toEqual(ALL.filter((rule) => rule !== RULE));
  });

  test('are none as long as those of another version are there', async () => {
    await publishRules(unfit);
    await rules.read();
    expect(rules.current).toBeUndefined();
    rules.watch();
    await publishRules(program);
    await heard();
    expect(found(rules.current)).toEqual(ALL);
    expect(onReplaced).toHaveBeenCalledTimes(1);
  });

  test('are none any more when others take their place that do not fit', async () => {
    await publishRules(program);
    await rules.read();
    rules.watch();
    await publishRules(unfit);
    await heard();
    expect(rules.current).toBeUndefined();
    expect(onReplaced).toHaveBeenCalledTimes(1);
  });

  test('are told of when a rule is muted and when it is wanted again, and not as replaced', async () => {
    await publishRules(program);
    await rules.read();
    rules.watch();
    await setRuleMuted(RULE, true);
    await heard();
    expect(found(rules.current)).not.toContain(RULE);
    expect(onMuted).toHaveBeenLastCalledWith(rules.current);
    await setRuleMuted(RULE, false);
    await heard();
    expect(found(rules.current)).toEqual(ALL);
    expect(onMuted).toHaveBeenCalledTimes(2);
    expect(onReplaced).not.toHaveBeenCalled();
  });

  test('stay without the muted ones when others are published', async () => {
    await mutedRules.setValue([RULE]);
    await publishRules(unfit);
    await rules.read();
    rules.watch();
    await publishRules(program);
    await heard();
    expect(found(rules.current)).not.toContain(RULE);
  });

  test('muting is no news where there are no rules', async () => {
    await rules.read();
    rules.watch();
    await setRuleMuted(RULE, true);
    await heard();
    expect(onMuted).not.toHaveBeenCalled();
    await publishRules(program);
    await heard();
    expect(found(rules.current)).not.toContain(RULE);
  });

  test('are those that a watch brought while the older ones were being read', async () => {
    await publishRules(unfit);
    await mutedRules.setValue([]);
    rules.watch();
    const reading = rules.read();
    await Promise.all([publishRules(program), setRuleMuted(RULE, true)]);
    await reading;
    await heard();
    expect(found(rules.current)).toEqual(ALL.filter((rule) => rule !== RULE));
  });

  test('other failures of a program are not taken for an older version', async () => {
    await publishRules({ ...program, ways: null } as never);
    await expect(rules.read()).rejects.toThrow(TypeError);
  });
});
