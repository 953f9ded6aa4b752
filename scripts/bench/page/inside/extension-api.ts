/** What the scanner needs of the extension API when it runs in a plain page: it answers with the name of each text. */
export const browser = {
  i18n: { getMessage: (name: string, values: readonly string[] = []) => [name, ...values].join(' ') },
};
