import { isJsonObject } from '#kernel/json.ts';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useCaseTexts } from '../use-case.ts';

const events = ['opened', 'answered', 'closed'] as const;

/** A case on its customer's timeline: what happened to it, under which number (CU-3). */
export default function CaseEntry({ entry }: { readonly entry: Readonly<Record<string, unknown>> }) {
  const t = useCaseTexts();
  const detail = isJsonObject(entry['detail']) ? entry['detail'] : {};
  const event = events.find((each) => each === detail['event']);
  const body = typeof entry['body'] === 'string' ? entry['body'] : '';
  return (
    <>
      <p className="small muted row wrap">{event && <span className={event === 'closed' ? 'tag tag-green' : 'tag'}>{t(`customer.events.${event}`)}</span>}{typeof detail['number'] === 'string' && <PageLink to={`/cases/${String(entry['recordId'])}`}>{detail['number']}</PageLink>}</p>
      {body !== '' && <p className="entry-body">{body}</p>}
    </>
  );
}
