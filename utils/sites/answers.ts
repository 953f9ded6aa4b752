import type { Post } from '../model/post';
import type { AnswerReader } from './define-site';

const modules = import.meta.glob<{ readAnswer: AnswerReader }>('./*/answers.ts', { eager: true });

/** Reads an API answer with the first site that knows its endpoint. Apart from the adapters: pages do not need it. */
export function readAnswer(endpoint: URL, body: unknown): { site: string; posts: Post[] } | undefined {
  for (const [path, { readAnswer: read }] of Object.entries(modules)) {
    const posts = read(endpoint, body);
    const site = path.split('/')[1];
    if (posts && site) return { site, posts };
  }
  return undefined;
}
