// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { allMediaHosts, policySources } from '@/scripts/lib/media-hosts';
import { matchesPattern, sites } from '@/utils/sites';
import { mediaHostsOf } from '@/utils/sites/media-hosts';

describe('the hosts of files', () => {
  test('are known by site, and for no other name', () => {
    expect(mediaHostsOf('bilibili')).toEqual(['https://*.hdslb.com/*']);
    expect(mediaHostsOf('nowhere')).toEqual([]);
    expect(mediaHostsOf('../bilibili')).toEqual([]);
  });

  test('are those that the manifest offers, each once', () => {
    const known = new Set(sites.flatMap(({ id }) => mediaHostsOf(id)));
    expect(allMediaHosts()).toEqual([...known].toSorted());
  });

  test.each([
    ['bilibili', 'https://i0.hdslb.com/bfs/archive/cover.jpg'],
    ['weibo', 'https://wx1.sinaimg.cn/large/picture.jpg'],
    ['xiaohongshu', 'https://sns-webpic-qc.xhscdn.com/picture'],
    ['tieba', 'https://tiebapic.baidu.com/forum/pic/item/picture.jpg'],
    ['reddit', 'https://preview.redd.it/picture.png'],
  ])('of %s hold a picture of it', (site, address) => {
    const url = new URL(address);
    expect(mediaHostsOf(site).some((pattern) => matchesPattern(pattern, url))).toBe(true);
    const others = ['https://hdslb.com.example/', 'https://www.baidu.com/', 'https://example.com/'];
    for (const other of others)
      expect(mediaHostsOf(site).some((pattern) => matchesPattern(pattern, new URL(other)))).toBe(false);
  });

  test('never hold a page of a site, whose posts a permission would let us into', () => {
    for (const pattern of allMediaHosts()) {
      for (const { id, matches } of sites) {
        for (const match of matches) {
          const page = new URL(match.replace(/\*$/, '').replace('*.', 'www.'));
          expect(matchesPattern(pattern, page), `${pattern} and ${match} of ${id}`).toBe(false);
        }
      }
    }
  });

  test('are named in the policy of extension pages without a path', () => {
    expect(policySources(['https://*.pictures.example/*', 'https://one.example/*'])).toEqual([
      'https://*.pictures.example',
      'https://one.example',
    ]);
  });
});
