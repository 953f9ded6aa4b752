/**
 * Milliseconds of processor time that this thread has computed since: what other processes of a busy machine take is
 * not the tested code's.
 */
export function stopwatch(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}
