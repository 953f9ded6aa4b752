/** @param ms milliseconds; without them a turn of the event loop, which lets clicks and paints through */
export function pause(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
