import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { type Ink, readInk } from './ink';
import { type Plot, type PlotEvents, plotData, plotOptions } from './plot-options';

/** In CSS pixels. */
const HEIGHT = 240;
/** What changes the colours of the page while it stands. */
const SCHEMES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** Upright bars on a canvas, as wide as there is room. It says nothing to screen readers: its table does. */
export function StackPlot({ plot, ...events }: { plot: Plot } & PlotEvents) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ plot, ...events });
  latest.current = { plot, ...events };
  const drawn = useRef<Drawn | undefined>(undefined);
  useEffect(() => {
    if (!host.current) return;
    drawn.current = draw(host.current, latest);
    return () => drawn.current?.end();
  }, []);
  useEffect(() => drawn.current?.update(), [plot]);
  return <div ref={host} class="chart-plot" aria-hidden="true" />;
}

interface Drawn {
  update: () => void;
  end: () => void;
}

/** The library draws as soon as the width is known, and anew whenever it, the numbers or the colours change. */
function draw(host: HTMLElement, latest: { current: { plot: Plot } & PlotEvents }): Drawn {
  let ink: Ink | undefined;
  let chart: uPlot | undefined;
  const events: PlotEvents = {
    onHover: (bar) => latest.current.onHover(bar),
    onPick: (first, last) => latest.current.onPick(first, last),
  };
  const inkNow = () => {
    ink ??= readInk(host);
    return ink;
  };
  const fit = ([entry]: ResizeObserverEntry[]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0) return;
    if (chart) chart.setSize({ width, height: HEIGHT });
    else {
      const options = plotOptions(() => latest.current.plot, inkNow, events, { width, height: HEIGHT });
      chart = new uPlot(options, plotData(latest.current.plot), host);
    }
  };
  const recolour = () => {
    ink = undefined;
    chart?.redraw(false, true);
  };
  const sizes = new ResizeObserver(fit);
  sizes.observe(host);
  const schemes = SCHEMES.map((query) => matchMedia(query));
  for (const scheme of schemes) scheme.addEventListener('change', recolour);
  return {
    update: () => chart?.setData(plotData(latest.current.plot)),
    end: () => {
      sizes.disconnect();
      for (const scheme of schemes) scheme.removeEventListener('change', recolour);
      chart?.destroy();
    },
  };
}
