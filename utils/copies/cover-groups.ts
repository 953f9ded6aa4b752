/** More different texts under one picture, and it is taken for a placeholder or a sign that anybody may use. */
export const MAX_TEXTS = 30;

/** Reports that show the same picture. */
export interface CoverGroup {
  /** Counts up over all groups. */
  number: number;
  /** Each report with its text, if it has enough of one to be told by. */
  reports: Map<string, number | undefined>;
  /** How many of the reports hold each text. */
  texts: Map<number, number>;
  /** How many hold none. */
  wordless: number;
}

interface Holder {
  id: string;
  text: number | undefined;
}

/** Who shows which picture. One that a single report shows costs an entry. */
export class CoverGroups {
  private readonly byAddress = new Map<string, CoverGroup | Holder>();
  private readonly byNumber = new Map<number, CoverGroup>();
  private next = 0;

  /** @returns the group, when others show the picture too */
  add(holder: Holder, address: string): CoverGroup | undefined {
    const known = this.byAddress.get(address);
    if (!known) {
      this.byAddress.set(address, holder);
      return undefined;
    }
    const group = 'reports' in known ? known : this.found(address, known);
    enter(group, holder);
    return group;
  }

  /** @returns the group that the report has left, when there was one */
  remove(id: string, address: string): CoverGroup | undefined {
    const group = this.of(address);
    if (!group) {
      this.byAddress.delete(address);
      return undefined;
    }
    leave(group, id);
    if (group.reports.size === 1) {
      for (const [last, text] of group.reports) this.byAddress.set(address, { id: last, text });
      this.byNumber.delete(group.number);
    }
    return group;
  }

  of(address: string): CoverGroup | undefined {
    const known = this.byAddress.get(address);
    return known && 'reports' in known ? known : undefined;
  }

  numbered(number: number): CoverGroup | undefined {
    return this.byNumber.get(number);
  }

  private found(address: string, first: Holder): CoverGroup {
    const group: CoverGroup = { number: this.next++, reports: new Map(), texts: new Map(), wordless: 0 };
    enter(group, first);
    this.byAddress.set(address, group);
    this.byNumber.set(group.number, group);
    return group;
  }
}

/** Whether the picture says that its reports belong together. Of posts without words each may be about something else. */
export function joins({ reports, texts, wordless }: CoverGroup): boolean {
  return reports.size > 1 && texts.size + wordless <= MAX_TEXTS;
}

function enter(group: CoverGroup, { id, text }: Holder): void {
  group.reports.set(id, text);
  if (text === undefined) group.wordless++;
  else group.texts.set(text, (group.texts.get(text) ?? 0) + 1);
}

function leave(group: CoverGroup, id: string): void {
  const text = group.reports.get(id);
  group.reports.delete(id);
  if (text === undefined) {
    group.wordless--;
    return;
  }
  const left = (group.texts.get(text) ?? 0) - 1;
  if (left > 0) group.texts.set(text, left);
  else group.texts.delete(text);
}
