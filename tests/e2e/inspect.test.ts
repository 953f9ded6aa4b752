import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths';
import type { PageReading } from '../../utils/model/page';
import { jpeg, png, pngText, xmpSegment } from '../support/media/pictures';
import { sourceTypePacket } from '../support/media/xmp-packet';
import { ANSWER } from './support';

const folder = mkdtempSync(join(tmpdir(), 'qingjian-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** Runs the documented command as a person runs it. */
async function inspect(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const command = ['run', '--silent', 'inspect', '--', ...args];
  try {
    const { stdout, stderr } = await promisify(execFile)('npm', command, {
      cwd: root,
      maxBuffer: 1e9,
    });
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as {
      code: number;
      stdout: string;
      stderr: string;
    };
    return { status: code, stdout, stderr };
  }
}

describe('inspect text', () => {
  const rows = file(
    'rows.jsonl',
    [{ text: '周末露营清单' }, { text: '路人拍到外卖小哥被保安羞辱当场下跪，关注看后续' }]
      .map((row) => JSON.stringify(row))
      .join('\n'),
  );

  test('prints one line of findings per row, with offsets into the row', async () => {
    const { status, stdout } = await inspect('text', rows);
    expect(status).toBe(0);
    const [plain, staged] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(plain).toEqual({ i: 0, findings: [] });
    expect(staged.i).toBe(1);
    const [finding] = staged.findings;
    expect(Object.keys(finding).sort()).toEqual(['category', 'confidence', 'rule', 'spans']);
    for (const { start, end, text } of finding.spans) {
      expect('路人拍到外卖小哥被保安羞辱当场下跪，关注看后续'.slice(start, end)).toBe(text);
    }
  });

  test('breaks rows at line feeds only: JSON may hold U+2028 as it is', async () => {
    const odd = file('odd.jsonl', `{"text":"甲\u2028乙"}\r\n{"text":"丙\u0085丁"}`);
    const { status, stdout } = await inspect('text', odd);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });

  test('streams many rows in order', async () => {
    const many = file('many.jsonl', `${JSON.stringify({ text: '偶遇老人' })}\n`.repeat(20_000));
    const { stdout } = await inspect('text', many, '--as', 'title');
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(20_000);
    expect(JSON.parse(lines[19_999]!).i).toBe(19_999);
  });
});

describe('inspect page', () => {
  test('reads a file as if it came from its address', async () => {
    const { status, stdout } = await inspect('page', join(root, 'scripts/demo/answer.html'), '--url', ANSWER);
    expect(status).toBe(0);
    const reading = JSON.parse(stdout) as PageReading;
    expect(reading).toMatchObject({
      site: 'zhihu',
      surface: 'detail',
      health: { status: 'ok' },
    });
    expect(reading.posts.map(({ key }) => key)).toEqual(['zhihu:answer:900000101', 'zhihu:answer:900000102']);
    expect(reading.posts[0]).toMatchObject({
      author: { name: '王主任谈养生', id: 'demo-wang' },
      publishedAt: '2026-09-30T02:10:00.000Z',
      counts: { like: 236 },
      labels: { state: 'none' },
    });
  });

  test('runs no script of the file unless asked', async () => {
    const url = 'https://mp.weixin.qq.com/s/AAAAAAAAAAAAAAAAAAAAAA';
    const html = `<!doctype html><meta charset="utf-8"><div id="js_article"><h1 id="activity-name">原题</h1><div id="js_content">正文</div></div>
      <script>var biz = "MzAwMDAwMDAwMA==" || ""; var mid = "1" || ""; var idx = "1" || ""; document.querySelector('h1').textContent = '改过';</script>`;
    const page = file('scripts.html', html);
    const titleOf = ({ stdout }: { stdout: string }) => (JSON.parse(stdout) as PageReading).posts[0]?.title;
    expect(titleOf(await inspect('page', page, '--url', url))).toBe('原题');
    expect(titleOf(await inspect('page', page, '--url', url, '--scripts'))).toBe('改过');
  });
});

describe('inspect answer', () => {
  test('reads an API answer into the same document', async () => {
    const answer = file(
      'answer.json',
      JSON.stringify({
        id: 7,
        type: 'answer',
        content: '<p>停药喝它，根治糖尿病，无效退款，加薇领资料</p>',
        created_time: 1_790_000_000,
        author: { name: '甲', url_token: 'jia' },
        question: { id: 3, title: '问' },
        voteup_count: 2,
        endorsements: [],
      }),
    );
    const { status, stdout } = await inspect(
      'answer',
      answer,
      '--url',
      'https://www.zhihu.com/api/v4/answers/7',
    );
    expect(status).toBe(0);
    const reading = JSON.parse(stdout) as PageReading;
    expect(reading.posts[0]).toMatchObject({
      key: 'zhihu:answer:7',
      url: 'https://www.zhihu.com/question/3/answer/7',
    });
    expect(reading.posts[0]?.findings.length).toBeGreaterThan(0);
  });
});

describe('inspect media', () => {
  const label = JSON.stringify({ Label: '1', ContentProducer: 'someone', ProduceID: 'private-7' });
  const labelled = file('labelled.png', png(pngText('AIGC', label)));
  const trained = file('trained.jpg', jpeg(xmpSegment(sourceTypePacket())));
  const plain = file('plain.png', png(pngText('Comment', 'a walk')));
  const other = file('other.bin', 'no picture at all');

  test('prints one line of what each file says, in the order of the files', async () => {
    const { status, stdout } = await inspect('media', labelled, plain, trained, other);
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file, verdict }) => [file, verdict])).toEqual([
      [labelled, 'ai'],
      [plain, 'none'],
      [trained, 'ai'],
      [other, 'none'],
    ]);
    expect(Object.keys(lines[0])).toEqual(['file', 'verdict', 'evidence', 'bytesRead', 'requests', 'ms']);
    expect(lines[0].evidence).toEqual([
      { mechanism: 'gb45438', strength: 'B1', claim: expect.stringContaining('producer: someone') },
    ]);
    expect(lines[1].evidence).toEqual([]);
    expect(lines[0].bytesRead).toBeGreaterThan(0);
    expect(lines[0].requests).toBe(1);
    expect(stdout).not.toContain('private-7');
  });

  test.each([[[]], [['--whole']]])(
    '%j: a file that is not there costs no other one its line',
    async (flags) => {
      const names = [
        file('a name 照片.png', readFileSync(labelled)),
        '/no/such/picture.png',
        tmpdir(),
        trained,
      ];
      const { status, stdout, stderr } = await inspect('media', ...flags, ...names);
      expect(status).toBe(0);
      const lines = stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { file: string; verdict: string; ms: number });
      const verdicts = ['ai', 'unreadable', 'unreadable', 'ai'];
      expect(lines.map(({ file, verdict }) => [file, verdict])).toEqual(
        names.map((name, at) => [name, verdicts[at]]),
      );
      for (const { ms } of lines) expect(ms).toBeGreaterThanOrEqual(0);
      expect(stderr.trim().split('\n')).toEqual([
        'There is no file /no/such/picture.png',
        `There is no file ${tmpdir()}`,
      ]);
    },
  );

  test('checks the signed record of a file, and with --whole whether it belongs to the content', async () => {
    const signed = resolve('tests/fixtures/media/signed-made.png');
    const bytes = readFileSync(signed);
    bytes[bytes.length - 20]! ^= 1;
    const changed = file('changed.png', bytes);
    const told = async (...args: string[]) => {
      const { status, stdout } = await inspect('media', ...args, signed, changed);
      expect(status).toBe(0);
      const lines = stdout.trim().split('\n');
      return lines.map((line) => JSON.parse(line) as { verdict: string; evidence: unknown[] });
    };
    const claim = expect.stringContaining('untrusted signer (Invented Signer)');
    const quoted = { verdict: 'ai', evidence: [{ mechanism: 'c2pa', strength: 'B3', claim }] };
    expect(await told()).toMatchObject([quoted, quoted]);
    expect(await told('--whole')).toMatchObject([quoted, { verdict: 'none', evidence: [] }]);
  });
});

describe('bad input', () => {
  const text = file('not.jsonl', '{"text":"好"}\nnot json\n');
  const empty = file('empty.html', '');
  test.each([
    [['text', '/no/such/file.jsonl'], /There is no file/],
    [['text', text], /Row 2 is not JSON/],
    [['text', file('field.jsonl', '{"words":"x"}\n')], /Row 1 has no "text"/],
    [['text', text, '--as', 'poem'], /--as takes one of/],
    [['page', empty], /--url/],
    [['page', empty, '--url', 'https://example.com/'], /belongs to no known site \(known: .*zhihu/],
    [['answer', text, '--url', 'https://www.zhihu.com/api/v4/answers/7'], /is not JSON/],
    [['answer', file('ok.json', '{}'), '--url', 'https://example.com/api'], /No site reads answers of/],
    [['media'], /Name at least one file/],
    [['media', '/no/such/picture.png'], /There is no file/],
    [['media', '--every', text], /--every/],
    [['nonsense'], /There is no "inspect nonsense"/],
    [[], /Usage/],
  ])('%j gives one clear message and exit status 2', async (args, message) => {
    const { status, stdout, stderr } = await inspect(...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
    if (args[0] !== 'text') expect(stdout).toBe('');
  });
});
