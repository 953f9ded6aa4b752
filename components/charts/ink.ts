import type { ReportStatus } from '../../utils/model/report';
import { STACK } from './status';

/** Colours as the page's style sheet has them now; each is what a canvas takes. */
export interface Ink {
  text: string;
  line: string;
  font: string;
  /** Of each status: its strong colour, and the one behind it. */
  statuses: Record<ReportStatus, { ink: string; paper: string }>;
}

/**
 * Reads the colours off elements with the classes of the legend, so that scheme and forced colours are in them.
 *
 * @param host an element of the chart; the samples stand in it for a moment
 */
export function readInk(host: HTMLElement): Ink {
  const { color, fontFamily, borderBlockStartColor } = getComputedStyle(host);
  const statuses = STACK.map((status) => {
    const sample = document.createElement('span');
    sample.className = `chart-fill chart-${status}`;
    host.append(sample);
    const style = getComputedStyle(sample);
    const colours = { ink: style.color, paper: style.backgroundColor };
    sample.remove();
    return [status, colours] as const;
  });
  return {
    text: color,
    line: borderBlockStartColor,
    font: `12px ${fontFamily}`,
    statuses: Object.fromEntries(statuses) as Ink['statuses'],
  };
}

/** Width of a stripe with its gap, in CSS pixels; as in charts.css. */
const STRIPE = 6;

/** What a bar of a status is filled with: its own shade, or stripes. */
export function fillOf(
  ctx: CanvasRenderingContext2D,
  status: ReportStatus,
  ink: Ink,
): string | CanvasPattern {
  const { ink: strong, paper } = ink.statuses[status];
  if (status === 'new') return paper;
  if (status !== 'submitted') return strong;
  const size = Math.round(STRIPE * devicePixelRatio);
  const tile = new OffscreenCanvas(size, size);
  const brush = tile.getContext('2d');
  if (!brush) return strong;
  brush.fillStyle = paper;
  brush.fillRect(0, 0, size, size);
  brush.strokeStyle = strong;
  brush.lineWidth = size * 0.5;
  // The line and its halves in two corners, so that tiles join.
  for (const shift of [-size, 0, size]) {
    brush.moveTo(shift - 1, size + 1);
    brush.lineTo(shift + size + 1, -1);
  }
  brush.stroke();
  return ctx.createPattern(tile, 'repeat') ?? strong;
}
