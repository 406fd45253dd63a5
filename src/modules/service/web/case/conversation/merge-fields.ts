export type MergeFields = Readonly<Record<'customer' | 'number' | 'agent' | 'due', string>>;

const isField = (key: string, fields: MergeFields): key is keyof MergeFields => key in fields;

/** A canned reply with its fields filled in; what is not known, or not one of them, stays to be seen and written by hand. */
export const fillReply = (body: string, fields: MergeFields): string =>
  body.replace(/\{(\w+)\}/g, (whole, key: string) => (isField(key, fields) && fields[key] !== '' ? fields[key] : whole));
