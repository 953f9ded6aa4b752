import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What a reader can still read and see where words are marked, computed from the style sheet itself. */

type Colour = readonly [red: number, green: number, blue: number];

const css = readFileSync('entrypoints/scanner.content/marks.css', 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
const [plain = '', forced = ''] = css.split('@media (forced-colors: active)');

interface Look {
  tint: Colour;
  /** Share of the tint, 0 to 1. */
  share: number;
  line: string;
  lineColour: Colour;
  /** Pixels. */
  thickness: number;
  declarations: Record<string, string>;
}

function declarations(sheet: string, name: string): Record<string, string> {
  const block = new RegExp(`::highlight\\(${name}\\)\\s*\\{([^}]*)\\}`).exec(sheet)?.[1];
  if (block === undefined) throw new Error(`No rule for ${name}`);
  return Object.fromEntries(
    block
      .split(';')
      .map((line) => line.split(':').map((part) => part.trim()))
      .filter(([property]) => property)
      .map(([property = '', value = '']) => [property, value]),
  );
}

function look(name: string): Look {
  const found = declarations(plain, name);
  const tint = /^rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)$/.exec(found['background-color'] ?? '');
  const line = /^underline (\w+) (#[\da-f]{6}) (\d+)px$/.exec(found['text-decoration'] ?? '');
  if (!tint || !line) throw new Error(`${name} is written in another way: ${JSON.stringify(found)}`);
  return {
    tint: [Number(tint[1]), Number(tint[2]), Number(tint[3])],
    share: Number(tint[4]) / 100,
    line: line[1]!,
    lineColour: hex(line[2]!),
    thickness: Number(line[3]),
    declarations: found,
  };
}

function hex(colour: string): Colour {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return [red, green, blue];
}

function over({ tint, share }: Look, page: Colour): Colour {
  const mixed = tint.map((value, i) => value * share + page[i]! * (1 - share));
  return [mixed[0]!, mixed[1]!, mixed[2]!];
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: Colour, b: Colour): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const WHITE = hex('#ffffff');
const DARK = hex('#1b1b1b');
const LOOKS = [
  ['likely', look('qj-b')],
  ['strong', look('qj-c')],
] as const;

describe.each(LOOKS)('words that are marked as %s', (_, mark) => {
  test("keep the site's own text colour", () => {
    expect(Object.keys(mark.declarations).sort()).toEqual(['background-color', 'text-decoration']);
  });

  test.each([
    ['black text on white', '#222222', WHITE],
    ['white text on black', '#dddddd', DARK],
    ['grey text on white', '#666666', WHITE],
    ['a link on a grey page', '#175199', hex('#f6f6f6')],
    ['grey text on black', '#9a9a9a', DARK],
  ])('are read as before: %s', (_case, text, page) => {
    expect(contrast(hex(text), over(mark, page))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['white', WHITE],
    ['black', DARK],
  ])('lose at most a quarter of the contrast that they had, on %s', (_case, page) => {
    for (const grey of [0, 60, 120, 180, 255]) {
      const text: Colour = [grey, grey, grey];
      const before = contrast(text, page);
      // Text that nobody could read before is not looked at.
      if (before > 2) expect(contrast(text, over(mark, page)) / before).toBeGreaterThanOrEqual(0.75);
    }
  });

  test.each([
    ['white', WHITE],
    ['black', DARK],
  ])(
    'are seen: a line of 3:1 against %s and against the tint on it, which is no faint one',
    (_case, page) => {
      const tinted = over(mark, page);
      expect(contrast(mark.lineColour, page)).toBeGreaterThanOrEqual(3);
      expect(contrast(mark.lineColour, tinted)).toBeGreaterThanOrEqual(3);
      expect(mark.thickness).toBeGreaterThanOrEqual(2);
      expect(Math.hypot(...tinted.map((value, i) => value - page[i]!))).toBeGreaterThanOrEqual(30);
    },
  );
});

describe('marks', () => {
  test('tell confidence by the shape of the line, not by colour alone', () => {
    const [likely, strong] = LOOKS.map(([, { line }]) => line);
    expect([likely, strong]).toEqual(['dashed', 'solid']);
  });

  test.each([
    ['qj-b', 'dashed'],
    ['qj-c', 'solid'],
  ])("use the reader's own colours where there are such (%s)", (name, line) => {
    expect(declarations(forced, name)).toEqual({
      'background-color': 'Mark',
      color: 'MarkText',
      'text-decoration': `underline ${line} MarkText 2px`,
    });
  });
});
