/** Why a message of the open form is looked at by a person first. */
export type FormSign = 'links' | 'hiddenField';

const LINK = /\b(?:https?:\/\/|www\.)\S+|\[url[=\]]|<a\s/gi;
/** So many links are usual in an honest report. */
const FREE_LINKS = 2;

/** Signs of a machine's message (SE-31): it is held for a person to look at, never thrown away. */
export function signsOf(message: { readonly subject: string; readonly text: string; readonly hidden: string }): readonly FormSign[] {
  const links = `${message.subject}\n${message.text}`.match(LINK)?.length ?? 0;
  return [...(links > FREE_LINKS ? ['links' as const] : []), ...(message.hidden === '' ? [] : ['hiddenField' as const])];
}
