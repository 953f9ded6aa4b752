import { createServer, type ViteDevServer } from 'vite';
import { foldData } from './fold-data.ts';
import { root } from './paths.ts';

/** Loads modules of the extension into Node through the bundler that builds it; to be closed. */
export function sourceServer(): Promise<ViteDevServer> {
  return createServer({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'error',
    plugins: [foldData()],
    resolve: { alias: { '@': root } },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
}
