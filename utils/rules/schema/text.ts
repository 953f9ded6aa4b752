import * as v from 'valibot';

export const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** A text in every language of the interface. */
export const LocalizedSchema = v.strictObject({ zh_CN: Text, en: Text });

export const Id = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9/-]*$/, 'ids are lower-case words joined by - and /'),
);

/** `year-campaign/name`, stable: new problems get new ids and ids are never used again. */
export const CategoryId = v.pipe(v.string(), v.regex(/^20\d\d-\d\/[a-z0-9-]+$/));

export const Version = v.pipe(v.string(), v.regex(/^\d{4}\.\d{2}\.\d{2}(\.\d+)?$/));
