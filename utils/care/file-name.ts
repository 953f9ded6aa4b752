/** `qingjian-verification-20261002-1104.json`, in the reader's own time zone. */
export function careFileName(what: string, at: number, extension: string): string {
  const time = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
  return `qingjian-${what}-${day}-${two(time.getHours())}${two(time.getMinutes())}.${extension}`;
}
