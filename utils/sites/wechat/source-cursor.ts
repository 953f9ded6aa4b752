import { unescapeString } from '../unescape';

/** Thrown where a source is not what is read; never leaves the readers of this folder. */
export class Unreadable extends Error {}

/** Steps through JavaScript source, over white space and comments. */
export class SourceCursor {
  constructor(
    protected readonly source: string,
    protected at: number,
  ) {}

  protected string(): string {
    const quote = this.source[this.at++];
    const start = this.at;
    let escaped = false;
    for (; this.at < this.source.length; this.at++) {
      const character = this.source[this.at];
      if (character === '\\') {
        escaped = true;
        this.at++;
      } else if (character === quote) {
        const raw = this.source.slice(start, this.at++);
        return escaped ? unescapeString(raw) : raw;
      }
    }
    throw new Unreadable();
  }

  protected expect(character: string): void {
    if (!this.take(character)) throw new Unreadable();
  }

  protected take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at++;
    return true;
  }

  protected startsWith(text: string): boolean {
    this.peek();
    return this.source.startsWith(text, this.at);
  }

  /** The next character that is neither white space nor comment. */
  protected peek(): string | undefined {
    this.match(/(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y);
    return this.source[this.at];
  }

  protected match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}
