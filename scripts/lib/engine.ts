import type { SiteAdapter } from '../../utils/sites/define-site.ts';
import { sourceServer } from './source-server.ts';

/** The extension's own engine in Node: the same source, through the same bundler. */
export interface Engine {
  rules: typeof import('../../utils/rules/index.ts');
  compile: typeof import('../../utils/rules/compile/index.ts');
  match: typeof import('../../utils/rules/match/index.ts');
  sites: readonly SiteAdapter[];
  siteFor: (url: URL) => SiteAdapter | undefined;
  readAnswer: typeof import('../../utils/sites/answers.ts').readAnswer;
  close: () => Promise<void>;
}

export async function loadEngine(): Promise<Engine> {
  const server = await sourceServer();
  const sites = (await server.ssrLoadModule(
    '/utils/sites/index.ts',
  )) as typeof import('../../utils/sites/index.ts');
  return {
    rules: (await server.ssrLoadModule('/utils/rules/index.ts')) as Engine['rules'],
    compile: (await server.ssrLoadModule('/utils/rules/compile/index.ts')) as Engine['compile'],
    match: (await server.ssrLoadModule('/utils/rules/match/index.ts')) as Engine['match'],
    sites: sites.sites,
    siteFor: sites.siteFor,
    readAnswer: ((await server.ssrLoadModule('/utils/sites/answers.ts')) as Pick<Engine, 'readAnswer'>)
      .readAnswer,
    close: () => server.close(),
  };
}
