import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { channelName, formById, forms, formsFor } from '@/utils/handover';
import { isSecondHand } from '@/utils/handover/define-form';
import { reportRoutes } from '@/utils/rules';
import { sites } from '@/utils/sites';

/** Headings about viewpoints: no report of this project belongs under them. */
const NEVER = /政治|时政|价值观/;

describe('the forms', () => {
  test('are found by file, each under its own name', () => {
    const files = globSync('utils/handover/forms/*.ts').map((path) => path.replace(/^.*\/|\.ts$/g, ''));
    expect(forms.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(files).toContain('12377');
    for (const id of files) expect(id).toMatch(/^[a-z0-9-]+$/);
  });

  test.each(forms.map((form) => [form.id, form] as const))('%s is whole, dated and sourced', (_, form) => {
    expect(form.checked, 'the day on which it was looked up, 2026-11-21').toMatch(/^20\d\d-\d\d-\d\d$/);
    if (form.page !== undefined)
      expect(URL.parse(form.page)?.protocol, 'an official page is https').toBe('https:');
    expect(
      form.sources.length > 0 || form.missing !== undefined,
      'say where it comes from, or in `missing` what is not known',
    ).toBe(true);
    expect(new Set(form.fields.map(({ id }) => id)).size, 'ids of fields').toBe(form.fields.length);
    const texts = [form.name, form.where, ...form.before, ...form.fields.map(({ label }) => label)];
    for (const { zh_CN, en } of [...texts, ...form.sources.map(({ what }) => what)]) {
      expect(zh_CN).toMatch(/\p{Script=Han}|110/u);
      expect(
        en.replaceAll(/涉未成年人|涉企|举报|投诉|稿件投诉/g, ''),
        'English but for words to look for',
      ).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test.each(forms.map((form) => [form.id, form] as const))('%s has limits that can be met', (_, form) => {
    for (const field of form.fields) {
      if (field.kind === 'text') for (const limit of field.limits ?? []) expect(limit).toBeGreaterThan(49);
      if (field.kind === 'address-list') expect(field.limit ?? 500).toBeGreaterThan(99);
      if (field.kind === 'attachments') expect(field.limit ?? 3).toBeGreaterThan(0);
    }
  });

  test('none offers a heading about viewpoints, or asks for what tells who the person is', () => {
    for (const { id, fields } of forms) {
      for (const field of fields) {
        if (field.kind === 'choice')
          for (const option of field.options) expect(option, id).not.toMatch(NEVER);
        if (field.kind !== 'self') expect(field.label.zh_CN, id).not.toMatch(/举报人|电话|邮箱|执照|身份/);
      }
    }
  });

  test('the form for firms says so, and fills in nothing of the firm', () => {
    const form = formById('12377-business')!;
    expect(form.standing).toBe('firm');
    expect(form.fields.filter(({ kind }) => kind === 'self').map(({ id }) => id)).toEqual([
      'firm',
      'proof',
      'captcha',
    ]);
    expect(forms.filter(({ standing }) => standing === 'firm')).toEqual([form]);
  });

  test('what nobody here has seen is told as known at second hand', () => {
    expect(forms.filter((form) => !isSecondHand(form))).toEqual([]);
    const official = { id: 'x', grade: 'A', what: { zh_CN: '表单', en: 'Form' } } as const;
    expect(isSecondHand({ sources: [official] })).toBe(false);
  });

  test('forms of one site are of sites that there are, and hold the headings that routes name', () => {
    const known = new Set(sites.map(({ id }) => id));
    for (const { id, takes, fields } of forms) {
      if (typeof takes !== 'object') continue;
      expect(known, id).toContain(takes.site);
      const options = fields.flatMap((field) => (field.kind === 'choice' ? field.options : []));
      for (const { sites: headings } of Object.values(reportRoutes)) {
        const heading = headings[takes.site];
        if (heading !== undefined) expect(options, id).toContain(heading);
      }
    }
  });
});

describe('the forms for a site', () => {
  test('begin with its own, then come those that take everything', () => {
    const ids = (site: string) => formsFor(site).map(({ id }) => id);
    expect(ids('weibo')).toEqual(['weibo', '12377', '12377-business', '12377-minor', 'police']);
    expect(ids('zhihu')[0]).toBe('site');
    expect(ids('a site of tomorrow')[0]).toBe('site');
    for (const { id } of sites) expect(formsFor(id).length).toBe(5);
  });

  test('a channel of no form keeps its id', () => {
    expect(channelName('weibo').en).toBe('Weibo’s own form');
    expect(channelName('gone')).toEqual({ zh_CN: 'gone', en: 'gone' });
    expect(formById('gone')).toBeUndefined();
  });
});
