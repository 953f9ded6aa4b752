import { MOST_TEXT, textOf } from '../bytes';
import type { Carrier } from '../carrier';
import type { Cursor } from '../cursor';
import { defineContainer } from '../define-container';
import { aigcIn, frontMatter } from '../front-matter';
import { tell } from '../tell';

/** Text with YAML in front of it: what the key `AIGC` there says. */
export const container = defineContainer({
  id: 'markdown',
  recognises: (head) => !head.includes(0) && /^\ufeff?---[ \t]*\r?\n/.test(textOf(head)),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const lines = frontMatter(textOf(await file.bytes(0, MOST_TEXT)));
  const found = lines && aigcIn(lines);
  if (found) yield tell('front-matter', found.key, found.value);
}
