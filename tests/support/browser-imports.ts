import english from '../../public/_locales/en/messages.json?raw';

const messages = JSON.parse(english) as Record<string, { message: string }>;

/** What components need of the extension API when they are rendered in a plain page. */
export const browser = {
  i18n: {
    getMessage: (key: string, values: string[] = []): string =>
      values.reduce((text, value, i) => text.replaceAll(`$${i + 1}`, value), messages[key]?.message ?? ''),
  },
};
