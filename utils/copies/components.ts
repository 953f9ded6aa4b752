/** Groups of numbers that are linked with each other, directly or through others. Numbers that are not linked cost nothing. */
export class Components {
  private readonly groups: (Set<number> | undefined)[] = [];

  /** The group of a number, itself included; `undefined` when it is linked with none. */
  of(one: number): ReadonlySet<number> | undefined {
    return this.groups[one];
  }

  areJoined(one: number, other: number): boolean {
    const group = this.groups[one];
    return one === other || (group !== undefined && group === this.groups[other]);
  }

  join(one: number, other: number): void {
    if (this.areJoined(one, other)) return;
    const [a, b] = [this.groupOf(one), this.groupOf(other)];
    const [large, small] = a.size < b.size ? [b, a] : [a, b];
    for (const each of small) {
      large.add(each);
      this.groups[each] = large;
    }
  }

  /** Takes one number out of its group; the others stay linked. */
  leave(one: number): void {
    const group = this.groups[one];
    if (!group) return;
    group.delete(one);
    this.groups[one] = undefined;
    if (group.size === 1) for (const last of group) this.groups[last] = undefined;
  }

  /** Undoes all links of a number's group; returns those that were in it. */
  dissolve(one: number): Iterable<number> {
    const group = this.groups[one] ?? [one];
    for (const each of group) this.groups[each] = undefined;
    return group;
  }

  private groupOf(one: number): Set<number> {
    let group = this.groups[one];
    if (!group) {
      group = new Set([one]);
      this.groups[one] = group;
    }
    return group;
  }
}
