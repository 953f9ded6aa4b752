import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '@/utils/model/localized';
import { matchesPattern, sites } from '@/utils/sites';

/**
 * Walks the folders that grow and says in plain words what a newcomer has forgotten. Rules have their own walk in
 * tests/unit/rules/packs.test.ts.
 */

const source = (pattern: string) =>
  globSync(pattern, {
    exclude: (name) => name.includes('node_modules'),
  }).sort();
const read = (path: string) => readFileSync(path, 'utf8');

describe('sites', () => {
  test('every folder of utils/sites is a site, and its id is the folder', () => {
    const folders = source('utils/sites/*/index.ts')
      .map((path) => path.split('/')[2])
      .sort();
    expect(sites.map(({ id }) => id).sort()).toEqual(folders);
  });

  test.each(sites.map((site) => [site.id, site] as const))(
    '%s has fixtures, each with what is expected of it',
    (id) => {
      const pages = source(`tests/fixtures/sites/${id}/*.html`);
      expect(pages, `Write tests/fixtures/sites/${id}/<case>.html with invented texts`).not.toEqual([]);
      const cases = source(`tests/fixtures/sites/${id}/*.json`);
      const used = cases.map((path) => {
        const { html } = JSON.parse(read(path)) as { html?: string };
        return html ? path.replace(/[^/]+$/, `${html}.html`) : path.replace(/json$/, 'html');
      });
      for (const page of pages) {
        const expected = page.replace(/html$/, 'json');
        expect(used, `${page} needs ${expected} with url, now and the posts it holds`).toContain(page);
      }
      for (const expected of cases) {
        const keys = Object.keys(JSON.parse(read(expected))).filter((key) => !['html', 'page'].includes(key));
        expect(keys.sort(), expected).toEqual(['health', 'now', 'posts', 'surface', 'url']);
      }
      const surfaces = new Set(
        sites.find((site) => site.id === id)!.shapes.flatMap(({ surfaces: all }) => all),
      );
      expect(surfaces.size, `${id} declares no surface`).toBeGreaterThan(0);
    },
  );

  test.each(sites.map((site) => [site.id, site] as const))('%s names the hosts of its files', (id) => {
    const path = `utils/sites/${id}/media-hosts.json`;
    expect(existsSync(path), `Write ${path}: match patterns of the hosts that pictures come from`).toBe(true);
    const hosts = JSON.parse(read(path)) as string[];
    const where = `${path}: hosts that were seen, or [] and the reason in index.ts: "media-hosts.json is empty: …"`;
    if (hosts.length === 0)
      expect(read(`utils/sites/${id}/index.ts`), where).toContain('media-hosts.json is empty: ');
    for (const host of hosts) {
      expect(host, where).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+\.[a-z0-9.-]+\/\*$/);
      expect(new Set(hosts).size, where).toBe(hosts.length);
    }
  });

  test('no two sites claim the same address', () => {
    for (const site of sites) {
      for (const other of sites) {
        if (site === other) continue;
        for (const pattern of site.matches) {
          const url = new URL(pattern.replace(/\*$/, 'x'));
          expect(
            other.matches.some((each) => matchesPattern(each, url)),
            `${pattern} of ${site.id} and ${other.id}`,
          ).toBe(false);
        }
      }
    }
  });

  test('no selector uses a hashed class name', () => {
    for (const path of source('utils/sites/*/*.ts')) {
      expect(
        read(path).match(/\.css-[a-z0-9]{5,}|\.data-v-/),
        `${path} uses a hashed name; find an attribute or a readable one`,
      ).toBeNull();
    }
  });
});

describe('export formats', () => {
  test.each(source('utils/export/formats/*.ts'))('%s has a golden file', (path) => {
    const golden = path.replace('utils/export/formats', 'tests/fixtures/export').replace(/ts$/, 'txt');
    expect(existsSync(golden), `Write ${golden}: what the format makes of the fixed reports`).toBe(true);
  });
});

describe('evidence in files', () => {
  const idsIn = (folder: string) =>
    source(`utils/evidence/media/${folder}/*.ts`).map((path) => path.replace(/^.*\/|\.ts$/g, ''));
  const allOf = (pattern: string) => source(pattern).map(read).join('\n');

  test.each(idsIn('mechanisms'))('mechanism %s has cases', (id) => {
    const path = `tests/unit/evidence/media/mechanisms/cases/${id}.ts`;
    expect(existsSync(path), `Write ${path}: what it finds and what it passes over`).toBe(true);
  });

  test.each(idsIn('containers'))('container %s has a test and a labelled file', (id) => {
    const imported = new RegExp(`/containers/${id}'`);
    const folder = 'tests/unit/evidence/media/containers';
    expect(allOf(`${folder}/*.test.ts`), `Write ${folder}/${id}.test.ts`).toMatch(imported);
    const labelled = 'tests/support/media/labelled-{files,pictures}.ts';
    expect(allOf(labelled), `Put a file of it into one of ${labelled}`).toMatch(imported);
  });
});

describe('interface texts', () => {
  const messages = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      JSON.parse(read(`public/_locales/${language}/messages.json`)) as Record<string, { message: string }>,
    ]),
  );

  test('both languages have the same keys, sorted, with the same placeholders', () => {
    const [chinese, english] = [messages.zh_CN!, messages.en!];
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    expect(Object.keys(english)).toEqual([...Object.keys(english)].sort());
    const places = (text: string) => [...text.matchAll(/\$\d/g)].map(String).sort();
    for (const [key, { message }] of Object.entries(english)) {
      expect(places(message), `placeholders of ${key}`).toEqual(places(chinese[key]!.message));
    }
  });

  test('no two placeholders touch: browsers read the name of another kind of placeholder between them', () => {
    for (const texts of Object.values(messages)) {
      for (const [key, { message }] of Object.entries(texts)) expect(message, key).not.toMatch(/\$[\w@]+\$/);
    }
  });

  test('every text is used', () => {
    const code = source('{components,entrypoints,utils}/**/*.{ts,tsx}')
      .concat('wxt.config.ts')
      .map(read)
      .join('\n');
    const unused = Object.keys(messages.en!).filter(
      (key) => !code.includes(`'${key}'`) && !code.includes(`__MSG_${key}__`),
    );
    expect(unused, 'Remove these from public/_locales').toEqual([]);
  });

  test('the Chinese texts are Chinese and the English ones are not', () => {
    const han = /\p{Script=Han}/u;
    for (const [key, { message }] of Object.entries(messages.en!)) {
      if (!['extName', 'languageCode'].includes(key))
        expect(han.test(message), `en ${key}: ${message}`).toBe(false);
    }
  });
});

describe('import directions', () => {
  const imports = (path: string) =>
    [...read(path).matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm)].map((found) =>
      resolve(path, found[1]!),
    );
  const resolve = (path: string, target: string) => {
    if (target.startsWith('@/')) return target.slice(2);
    if (!target.startsWith('.')) return target;
    return new URL(target, `file:///${path}`).pathname.slice(1);
  };
  const forbid = (files: string, target: RegExp, why: string) => {
    for (const path of source(files)) {
      for (const imported of imports(path))
        expect(target.test(imported), `${path} imports ${imported}: ${why}`).toBe(false);
    }
  };

  /** The files that an entry needs before it runs. */
  const neededBy = (entry: string) => {
    const seen = new Set<string>();
    const walk = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const imported of imports(path)) {
        const file = [`${imported}.ts`, `${imported}.tsx`, `${imported}/index.ts`].find((each) =>
          existsSync(each),
        );
        if (file) walk(file);
      }
    };
    walk(entry);
    expect(seen.size).toBeGreaterThan(20);
    return [...seen];
  };

  test('the content script never reaches the database', () => {
    const needed = neededBy('entrypoints/scanner.content/index.ts');
    expect(needed.filter((path) => /storage\/(db|reports)\.ts$/.test(path))).toEqual([]);
  });

  test('the background starts without the packs, which it reads when it needs them, and without what builds files', () => {
    const needed = neededBy('entrypoints/background/index.ts');
    expect(needed).toContain('utils/rules/rule-texts.ts');
    expect(needed.filter((path) => /^utils\/(rules\/(index|describe)|backup\/run)\.ts$/.test(path))).toEqual(
      [],
    );
  });

  test('utils imports no interface, components reach no browser and no storage', () => {
    forbid('utils/**/*.ts', /^(components|entrypoints)\//, 'utils is below the interface');
    forbid(
      'components/**/*.{ts,tsx}',
      /^(utils\/(storage|messaging|sites|rules|scan|highlight|export)|entrypoints|#imports)/,
      'components take props and give callbacks',
    );
    forbid('utils/model/*.ts', /^(?!utils\/model\/|\.)/, 'the model imports nothing');
    forbid(
      'utils/{export,highlight,rules,sites}/**/*.ts',
      /^(utils\/(storage|messaging|scan)|dexie|#imports)/,
      'pure logic',
    );
  });

  test('browser is imported only where it is expected', () => {
    const allowed =
      /^(entrypoints\/|utils\/(campaigns|options)-page\.ts|utils\/i18n\.ts|utils\/active-page\/|utils\/storage\/(granted-sites|media-sites|settings|published-rules)\.ts|utils\/export\/download\.ts)/;
    const users = source('{components,entrypoints,utils}/**/*.{ts,tsx}').filter((path) =>
      /from '#imports'|\bchrome\./.test(read(path)),
    );
    expect(users.filter((path) => !allowed.test(path))).toEqual([]);
  });

  test('our code makes no request but for parts of files, by the page or by us; it reads its own packs, and screenshots from memory', () => {
    const asking =
      /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts|navigator\.serviceWorker/;
    const users = source('{components,entrypoints,utils}/**/*.{ts,tsx}').filter((path) =>
      asking.test(read(path)),
    );
    expect(users).toEqual([
      'entrypoints/background/packs.ts',
      'entrypoints/background/screenshot.ts',
      'utils/evidence/engine/ranged-fetch.ts',
      'utils/evidence/page/page-bytes.ts',
    ]);
    expect(read('entrypoints/background/packs.ts')).toContain("fetch(browser.runtime.getURL('/packs.json'))");
    for (const path of users.slice(2)) {
      expect(read(path), path).toMatch(/\bcredentials: 'omit'/);
      expect(read(path), path).toMatch(/\breferrerPolicy: 'no-referrer'/);
    }
  });

  test('page text never becomes markup', () => {
    const sinks =
      /(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment/;
    expect(
      source('{components,entrypoints,utils}/**/*.{ts,tsx}').filter((path) => sinks.test(read(path))),
    ).toEqual([]);
  });

  test('only reports.ts opens the database', () => {
    const users = source('{components,entrypoints,utils}/**/*.{ts,tsx}').filter((path) =>
      /from '.*\/db'/.test(read(path)),
    );
    expect(users).toEqual(['utils/storage/reports.ts']);
  });
});

describe('sizes', () => {
  test('files keep one job: none over 250 lines', () => {
    const long = source('{components,entrypoints,scripts,utils}/**/*.{ts,tsx}').filter(
      (path) => read(path).split('\n').length > 250,
    );
    expect(long, 'split these').toEqual([]);
  });
});
