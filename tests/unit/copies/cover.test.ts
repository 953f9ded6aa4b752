import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverAddress } from '@/utils/copies/cover';
import type { Media } from '@/utils/model/post';
import { stopwatch } from '../../support/stopwatch';

const image = (url: string): Media => ({ type: 'image', url });
const cover = (...urls: string[]) => coverAddress(urls.map(image));

describe('what a picture is called', () => {
  it.each([
    [
      'bilibili',
      'https://i0.hdslb.com/bfs/archive/aa11bb22cc33dd44.jpg',
      '//i2.hdslb.com/bfs/archive/aa11bb22cc33dd44.jpg@672w_378h_1c.webp',
    ],
    [
      'douyin',
      'https://p3-sign.douyinpic.com/tos-cn-p-0015/oInvented1Name~tplv-noop.image?x-expires=1&x-signature=a%2F',
      'https://p9-pc-sign.douyinpic.com/obj/tos-cn-p-0015/oInvented1Name?lk3s=1&from=2',
    ],
    [
      'toutiao',
      'https://p3-sign.toutiaoimg.com/tos-cn-i-axe/e62c00invented~noop.image?_iz=5',
      'https://p26.toutiaoimg.com/tos-cn-i-axe/e62c00invented~tplv-tt-cs0:972:608.jpg',
    ],
    [
      'tiktok',
      'https://p16-sign-va.tiktokcdn.com/obj/tos-maliva-p-0068/oQ9invented',
      'https://p19-pu-sign-no.tiktokcdn-eu.com/tos-maliva-p-0068/oQ9invented~tplv-photomode-zoomcover:240:240.jpeg?dr=1',
    ],
    [
      'xiaohongshu',
      'https://sns-webpic-qc.xhscdn.com/202611100211/9ae1/spectrum/1040ginvented!nc_n_webp_mw_1',
      'http://sns-webpic-hw.xhscdn.com/202611110000/77aa/1040ginvented!nd_dft_wlteh_jpg_3',
    ],
    [
      'weibo',
      'https://wx1.sinaimg.cn/orj360/001Invented1ly8.jpg',
      'https://ww4.sinaimg.cn/large/001Invented1ly8.jpg?KID=1',
    ],
    [
      'kuaishou',
      'https://tx2.a.yximgs.com/upic/2026/07/21/06/BMjAyinvented==_B2be0ec21.jpg?di=7',
      'https://js2.a.yximgs.com/upic/2026/07/21/06/BMjAyinvented==_crop_5x4_B57d7.jpg?tag=1-2',
    ],
    [
      'wechat',
      'https://mmbiz.qpic.cn/mmbiz_jpg/XNinvented7/0?wx_fmt=jpeg',
      'https://mmbiz.qpic.cn/sz_mmbiz_jpg/XNinvented7/640?wx_fmt=webp&wxfrom=5',
    ],
    [
      'channels',
      'https://finder.video.qq.com/251/20304/stodownload?encfilekey=rjInvented&token=a&idx=1',
      'http://wxapp.tc.qq.com/251/20304/stodownload?token=b&encfilekey=rjInvented',
    ],
    [
      'zhihu',
      'https://picx.zhimg.com/v2-0123456789abcdef_r.jpg?source=1',
      'https://pic1.zhimg.com/80/v2-0123456789abcdef_720w.webp',
    ],
    [
      'tieba',
      'http://tiebapic.baidu.com/forum/pic/item/c2cec3invented.jpg?tbpicau=1',
      'https://imgsa.baidu.com/forum/wh%3D90%2C135/sign=d8d/c2cec3invented.jpg',
    ],
    [
      'douban',
      'https://img1.doubanio.com/view/group_topic/l/public/p123456.webp',
      'https://img9.doubanio.com/view/group_topic/large/public/p123456.jpg',
    ],
    [
      'youtube',
      'https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg?sqp=1',
      'https://i1.ytimg.com/vi_webp/abcdefghijk/default.webp',
    ],
    [
      'x',
      'https://pbs.twimg.com/media/GInvented?format=jpg&name=small',
      'https://pbs.twimg.com/media/GInvented.jpg:large',
    ],
    [
      'instagram',
      'https://scontent-a-1.cdninstagram.com/v/t51.2885-15/1_22_333_n.jpg?stp=a',
      'https://scontent-b-2.cdninstagram.com/v/t51.2885-15/s640x640/1_22_333_n.jpg',
    ],
    [
      'reddit',
      'https://preview.redd.it/some-title-v0-abc123def45.jpeg?width=805&s=1',
      'https://i.redd.it/abc123def45.jpeg',
    ],
    [
      'an unknown host',
      'https://cdn1.pictures.test/a/b/cat-on-roof_640w.jpg?sign=1',
      'http://cdn2.pictures.test:8080/a/b/cat-on-roof.png',
    ],
  ])('%s: is the same at any size, server and signature', (_, one, other) => {
    const address = other.replace(/^\/\//, 'https://');
    expect(cover(one)).toBeDefined();
    expect(cover(address)).toBe(cover(one));
  });

  it.each([
    'https://i0.hdslb.com/bfs/face/member/noface.jpg',
    'https://p3-pc.douyinpic.com/aweme/100x100/aweme-avatar/invented1name.jpeg',
    'https://p16-sign.tiktokcdn.com/tos-maliva-avt-0068/invented1name~c5_100x100.jpeg',
    'https://sns-avatar-qc.xhscdn.com/avatar/1040ginvented?imageView2/2/w/120',
    'https://tvax1.sinaimg.cn/crop.0.4.535.535.180/001Invented1ly8.jpg',
    'https://js2.a.yximgs.com/uhead/AB/2026/09/05/07/BMjAinvented_s.jpg',
    'https://pic1.zhimg.com/v2-abed1a8c04700ba7d72b45195223e0ff_l.jpg',
    'https://img2.doubanio.com/icon/u131430337-21.jpg',
    'https://pbs.twimg.com/profile_images/874276197357596672/kUuht00m_x96.jpg',
    'https://scontent-a-1.cdninstagram.com/v/t51.2885-19/1_22_333_n.jpg',
    'https://wx.qlogo.cn/mmhead/Q3invented/132',
    'https://www.pictures.test/static/default_cover.png',
    'https://www.pictures.test/img/placeholder.svg',
    'https://www.pictures.test/no-image.png',
    'https://www.pictures.test/assets/logo.png',
    'https://www.pictures.test/',
    'https://www.pictures.test/1.gif',
    'data:image/png;base64,AAAA',
    '',
  ])('says nothing of a person, a placeholder or nothing: %s', (url) => expect(cover(url)).toBeUndefined());

  it('keeps different pictures apart', () => {
    const names = [
      'https://i0.hdslb.com/bfs/archive/aa11bb22cc33dd44.jpg',
      'https://i0.hdslb.com/bfs/archive/aa11bb22cc33dd45.jpg',
      'https://img1.doubanio.com/view/group_topic/l/public/p123456.webp',
      'https://img1.doubanio.com/view/photo/l/public/p123456.webp',
      'https://cdn.pictures.test/a/b/cat.jpg',
      'https://cdn.pictures.test/a/c/cat.jpg',
      'https://cdn.others.test/a/b/cat.jpg',
      'https://img.others.com.cn/a/b/cat.jpg',
      'https://img.pictures.com.cn/a/b/cat.jpg',
    ].map((url) => cover(url));
    expect(new Set(names).size).toBe(9);
    expect(names).not.toContain(undefined);
  });

  it('takes the first picture that says something, and no video', () => {
    const first = 'https://i0.hdslb.com/bfs/archive/aa11bb22cc33dd44.jpg';
    const media: Media[] = [
      { type: 'video', url: 'https://cdn.pictures.test/a/b/film-name.mp4' },
      image('https://i0.hdslb.com/bfs/face/member/noface.jpg'),
      image(first),
      image('https://i0.hdslb.com/bfs/archive/ee11bb22cc33dd44.jpg'),
    ];
    expect(coverAddress(media)).toBe(cover(first));
    expect(coverAddress(undefined)).toBeUndefined();
    expect(coverAddress([])).toBeUndefined();
  });

  it('takes any address in short time', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string({ maxLength: 300 })),
        (url) => {
          const name = cover(url);
          if (name !== undefined) expect(cover(`${url.split(/[?#]/)[0]}?again=1`) ?? name).toBe(name);
        },
      ),
    );
    const long = `https://pbs.twimg.com/media/${'a/'.repeat(900)}b`;
    const spent = stopwatch();
    for (let i = 0; i < 50; i++) cover(long);
    expect(spent()).toBeLessThan(500);
  });
});
