import { useAddress } from '#kit/module/registry.tsx';
import { useFindObject } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { policiesTexts } from '../policies.texts.ts';

/** The record that a decision was about: its name at that time, leading to it where there is such a page. */
export function SubjectLink({ object: key, id, names }: { object: string; id: string; names: Readonly<Record<string, string>> }) {
  const t = useTexts(policiesTexts);
  const pick = usePick();
  const address = useAddress();
  const object = useFindObject()(key);
  const name = names[id] ?? t('subject.nameless', { object: object ? pick(object.label.one) : key });
  return object ? <PageLink to={`${address(object)}/${id}`}>{name}</PageLink> : <span>{name}</span>;
}
