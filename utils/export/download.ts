/** Long enough for the browser to have started reading the file. */
const KEEP_ADDRESS_MS = 60_000;

/** Hands a file to the browser's download; works in every extension page and needs no permission. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}

/** `qingjian-reports-20261002-1104.csv`, in the reader's own time zone. */
export function fileName(now: Date, extension: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  return `qingjian-reports-${day}-${two(now.getHours())}${two(now.getMinutes())}.${extension}`;
}
