/** A time as a `datetime-local` field holds it, in the reader's zone: `2026-11-22T18:30`. */
export function toLocalField(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `undefined` for what is no time, and for one that is still to come. */
export function fromLocalField(value: string, now: number): number | undefined {
  const time = new Date(value).getTime();
  return Number.isNaN(time) || time > now ? undefined : time;
}
