/**
 * Takes a host out of the picture. By cutting it away: what is not visible loses the focus, and the opacity belongs to
 * `setInterfaceHidden`.
 */
export function setVeiled(host: HTMLElement, isVeiled: boolean): void {
  if (isVeiled) host.style.setProperty('clip-path', 'inset(100%)', 'important');
  else host.style.removeProperty('clip-path');
}
