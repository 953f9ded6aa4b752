import { decodeEntities, jsDecode } from './decode';
import { SourceCursor, Unreadable } from './source-cursor';

/**
 * Reads the JavaScript literals of WeChat's inline scripts without running them: objects, arrays, strings,
 * `JsDecode('…')`, `htmlDecode("…")`, `'4' * 1`, `'' || 'x'`, `'…'.html(false)`, `('…').replace(…)`. Anything else counts as absent.
 */
export type Literal = string | number | boolean | null | undefined | Literal[] | { [key: string]: Literal };

const MAX_DEPTH = 40;
const MAX_NODES = 50_000;

/**
 * The object literal that starts at `start`. Of a literal that breaks off, the fields that were complete are kept;
 * a nested object that breaks off is dropped whole, so that its missing fields are not taken for empty ones.
 */
export function readObject(source: string, start: number): Record<string, Literal> {
  const reader = new Reader(source, start);
  const fields: Record<string, Literal> = Object.create(null);
  try {
    reader.object(fields);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return fields;
}

/** The value of the expression that starts at `start`, or `undefined`. */
export function readExpression(source: string, start: number): Literal {
  try {
    return new Reader(source, start).value();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Reader extends SourceCursor {
  private depth = 0;
  private nodes = 0;

  object(fields: Record<string, Literal>): Record<string, Literal> {
    this.enter('{');
    while (!this.take('}')) {
      const key = this.key();
      this.expect(':');
      const value = this.field();
      if (value !== undefined) fields[key] = value;
      this.take(',');
    }
    this.depth--;
    return fields;
  }

  /** The value of one field; an expression that is no literal is passed over. */
  private field(): Literal {
    const { at, depth } = this;
    try {
      const value = this.value();
      if (this.peek() === ',' || this.peek() === '}') return value;
    } catch (error) {
      if (!(error instanceof Unreadable) || this.at >= this.source.length) throw error;
    }
    this.at = at;
    this.depth = depth;
    this.skip();
    return undefined;
  }

  private skip(): void {
    for (let open = 0; this.peek() !== undefined; ) {
      const next = this.source[this.at] ?? '';
      if (open === 0 && (next === ',' || next === '}')) return;
      if (next === '"' || next === "'") {
        this.string();
        continue;
      }
      if ('([{'.includes(next)) open++;
      else if (')]}'.includes(next)) open--;
      this.at++;
    }
    throw new Unreadable();
  }

  private skipGroup(): void {
    for (let open = 0; this.peek() !== undefined; ) {
      const next = this.source[this.at];
      if (next === '"' || next === "'") {
        this.string();
        continue;
      }
      this.at++;
      if (next === '(') open++;
      else if (next === ')' && --open === 0) return;
    }
    throw new Unreadable();
  }

  value(): Literal {
    let value = this.product();
    for (;;) {
      if (this.startsWith('||')) {
        this.at += 2;
        const next = this.product();
        value ||= next;
      } else if (this.startsWith('?')) {
        // `xml ? getXmlValue('…') : '…'`: the page's own value is the second branch.
        this.at++;
        this.value();
        this.expect(':');
        value = this.value();
      } else return value;
    }
  }

  private product(): Literal {
    let value = this.atom();
    for (;;) {
      if (this.startsWith('*')) {
        this.at++;
        const factor = this.atom();
        value = Number(value) * Number(factor);
      } else if (this.startsWith('.html(false)')) {
        this.at += '.html(false)'.length;
        if (typeof value === 'string') value = decodeEntities(value);
      } else if (this.startsWith('.replace(')) {
        // Of addresses only: their protocol is made the page's.
        this.at += '.replace'.length;
        this.skipGroup();
      } else return value;
    }
  }

  private atom(): Literal {
    if (++this.nodes > MAX_NODES) throw new Unreadable();
    const next = this.peek();
    if (next === '{') return this.object(Object.create(null));
    if (next === '[') return this.array();
    if (next === '"' || next === "'") return this.string();
    if (next === '(') {
      this.enter('(');
      const value = this.value();
      this.expect(')');
      this.depth--;
      return value;
    }
    const word = this.match(/-?[\w$.]+/y);
    if (!word) throw new Unreadable();
    if (/^-?[\d.]+$/.test(word)) return Number(word);
    if (this.peek() === '(') return this.call(word);
    if (this.startsWith('=') && !this.startsWith('==')) {
      this.at++;
      return this.value();
    }
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : undefined;
  }

  private call(name: string): Literal {
    this.enter('(');
    let first: Literal;
    if (!this.take(')')) {
      first = this.value();
      while (this.take(',')) this.value();
      this.expect(')');
    }
    this.depth--;
    if (typeof first !== 'string') return undefined;
    if (name === 'JsDecode') return jsDecode(first);
    return name === 'htmlDecode' ? decodeEntities(first) : undefined;
  }

  private array(): Literal[] {
    const items: Literal[] = [];
    this.enter('[');
    while (!this.take(']')) {
      items.push(this.value());
      if (!this.take(',') && this.peek() !== ']') throw new Unreadable();
    }
    this.depth--;
    return items;
  }

  private key(): string {
    const next = this.peek();
    const key = next === '"' || next === "'" ? this.string() : this.match(/[\w$]+/y);
    if (key === undefined) throw new Unreadable();
    return key;
  }

  private enter(bracket: string): void {
    if (++this.depth > MAX_DEPTH) throw new Unreadable();
    this.expect(bracket);
  }
}
