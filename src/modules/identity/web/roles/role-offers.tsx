import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Check, X } from 'lucide-react';
import { call, type RowOf } from '#kit/api/typed-client.ts';
import { showToast } from '#kit/overlay/toast-store.ts';
import { useMeta } from '#kit/records/use-meta.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useLocale, usePick } from '#kit/texts/locale-provider.tsx';
import { useTexts } from '#kit/texts/use-texts.ts';
import { identityWebTexts } from '../identity-web.texts.ts';
import { AdminCard } from '../parts/admin-page.tsx';
import { useSubmit } from '../parts/use-submit.ts';
import { EVERY_OBJECT, matrixActions } from './role-types.ts';
import { useRefreshRoles, useRights } from './use-roles.ts';

type Offer = RowOf<'GET /role-offers'>;
type Line = Offer['lines'][number];

/** An offered line in the words of the matrix. */
function useLineWords() {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const { locale } = useLocale();
  const { objects } = useMeta();
  const rights = useRights(locale).data ?? [];
  return ({ line, value }: Line): { readonly subject: string; readonly what: string } => {
    const [kind, first = '', second = ''] = line.split(':');
    if (kind === 'right') return { subject: t('role.rights'), what: rights.find((right) => right.key === first)?.label ?? first };
    const [key = '', field = ''] = kind === 'field' ? first.split('.') : [first];
    const object = objects.find((each) => each.key === key);
    const subject = key === EVERY_OBJECT ? t('role.everyObject') : object ? pick(object.label.many) : key;
    if (kind === 'field') {
      const label = object?.fields.find((each) => each.key === field)?.label;
      return { subject, what: label ? pick(label) : field };
    }
    const action = matrixActions.find((each) => each === second);
    const scope = (['own', 'unit', 'unitBelow', 'all'] as const).find((each) => each === value);
    return { subject, what: `${action ? t(`action.${action}`) : second}${scope ? ` · ${t(`scope.${scope}`)}` : ''}` };
  };
}

function RoleOffer({ offer }: { readonly offer: Offer }) {
  const t = useTexts(identityWebTexts);
  const pick = usePick();
  const words = useLineWords();
  const refresh = useRefreshRoles();
  const submit = useSubmit();
  const settle = async (part: { readonly take?: readonly Line[]; readonly leave?: readonly Line[] }) => {
    const done = await submit.run(() => call('POST /roles/{key}/offers', { params: { key: offer.role }, body: { take: part.take ?? [], leave: part.leave ?? [] } }));
    if (!done) return;
    showToast(t(part.take ? 'role.offers.added' : 'role.offers.left'));
    await refresh();
  };
  const bySubject = Map.groupBy(offer.lines, (line) => words(line).subject);
  return (
    <li className="role-offer">
      <div className="row wrap role-offer-head">
        <PageLink to={`/roles/${offer.role}`} className="role-link">{pick(offer.label)}</PageLink>
        <span className="small muted grow">{t('role.people', { count: offer.people })} · {t('role.offers.count', { count: offer.lines.length })}</span>
        <Button size="small" loading={submit.isBusy} onClick={() => void settle({ take: offer.lines })}>{t('role.offers.addAll')}</Button>
        <Button size="small" type="text" disabled={submit.isBusy} onClick={() => void settle({ leave: offer.lines })}>{t('role.offers.leaveAll')}</Button>
      </div>
      {submit.error && <p className="small danger" role="alert">{submit.error}</p>}
      <dl className="role-offer-lines">
        {[...bySubject].map(([subject, lines]) => (
          <div key={subject}>
            <dt className="small muted">{subject}</dt>
            <dd>
              {lines.map((line) => (
                <span key={`${line.line} ${line.value}`} className="role-offer-line">
                  {words(line).what}
                  <button type="button" className="plain-button" disabled={submit.isBusy} title={t('role.offers.add')} aria-label={t('role.offers.addOne', { line: `${subject} ${words(line).what}` })} onClick={() => void settle({ take: [line] })}><Check size={14} aria-hidden /></button>
                  <button type="button" className="plain-button" disabled={submit.isBusy} title={t('role.offers.leave')} aria-label={t('role.offers.leaveOne', { line: `${subject} ${words(line).what}` })} onClick={() => void settle({ leave: [line] })}><X size={14} aria-hidden /></button>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** What this version brings for roles that the company changed: added line by line or as a whole, or done without (PL-30). */
export function RoleOffers() {
  const t = useTexts(identityWebTexts);
  const offers = useQuery({ queryKey: ['roles', 'offers'], queryFn: ({ signal }) => call('GET /role-offers', { signal }) });
  const list = offers.data?.data ?? [];
  if (list.length === 0) return null;
  return (
    <AdminCard title={t('role.offers.title')} isFlush>
      <p className="card-body small muted">{t('role.offers.hint')}</p>
      <ul className="role-offers">{list.map((offer) => <RoleOffer key={offer.role} offer={offer} />)}</ul>
    </AdminCard>
  );
}
