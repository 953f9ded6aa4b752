import { describe, expect, test } from 'vitest';
import { isPublicAddress } from '@/utils/evidence/desk/public-host';

describe('an address that a page names a file by', () => {
  test.each([
    'https://pic1.zhimg.com/v2-a.png',
    'https://i0.hdslb.com:4483/a.png?x=127.0.0.1',
    'https://xn--fiqs8s.xn--fiqs8s/图.png',
    'https://pics.example./a',
    'https://local.example/a',
  ])('may be asked for: %s', (url) => {
    expect(isPublicAddress(url)).toBe(true);
  });

  test.each([
    'http://pic1.zhimg.com/v2-a.png',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://017700000001/',
    'https://１２７.0.0.1/',
    'https://10.1.2.3/cgi-bin/reboot',
    'https://192.168.1.1./',
    'https://169.254.169.254/latest/meta-data/',
    'https://8.8.8.8/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://localhost./',
    'https://a.localhost:8443/',
    'https://router/',
    'https://constructor/',
    'https://__proto__/',
    'https://nas.local/',
    'https://nas.LOCAL./',
    'https://host.home.arpa/',
    'https://wiki.corp/',
    'https://user@pic1.zhimg.com/a.png',
    'https://:secret@pic1.zhimg.com/a.png',
    'file:///etc/hostname',
    'data:image/png;base64,AAAA',
    'blob:https://pic1.zhimg.com/1',
    'chrome-extension://abcdef/manifest.json',
  ])('is asked for by nobody: %s', (url) => {
    expect(isPublicAddress(url)).toBe(false);
  });
});
