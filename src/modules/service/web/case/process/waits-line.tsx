import { Hourglass, Users } from 'lucide-react';
import { PageLink } from '#kit/shell/page-link.tsx';
import { useFormat } from '#kit/texts/use-format.ts';
import { type CaseProcess, useCaseTexts } from '../use-case.ts';

type Wait = CaseProcess['waits'][number];

/** What waits for approval: who decides, since when, and the way there for whoever may look at it (PL-42). */
export function WaitLine({ wait }: { readonly wait: Wait }) {
  const t = useCaseTexts();
  const format = useFormat();
  const names = wait.waitingFor.map((each) => each.name).join('、');
  const who = wait.isReturned ? t('waits.returned') : names === '' ? t('waits.nobody') : t('waits.by', { names });
  return (
    <div className="case-waits">
      <Hourglass size={15} aria-hidden />
      <span className="grow case-pick-text">
        <span>{t(`waits.about.${wait.about}`, { state: who })}</span>
        <span className="row wrap small muted">
          <span>{t('waits.since', { at: format.fullMoment(wait.since) })}</span>
          {wait.stepCount > 1 && <span>{t('waits.level', { step: wait.step, count: wait.stepCount })}</span>}
          {wait.mayOpen && <PageLink to={`/approvals/${wait.approval}`}>{t('waits.open')}</PageLink>}
        </span>
      </span>
    </div>
  );
}

/** The meeting whose resolution is the solution of a serious complaint (SE-5). */
export function MeetingLine({ meeting }: { readonly meeting: CaseProcess['meetings'][number] }) {
  const t = useCaseTexts();
  const format = useFormat();
  return (
    <div className="case-waits">
      <Users size={15} aria-hidden />
      <span className="grow case-pick-text">
        <span>{meeting.chair === null ? t('waits.meeting') : t('waits.meetingOf', { name: meeting.chair })}</span>
        <span className="row wrap small muted"><span>{t('waits.meets', { at: format.fullMoment(meeting.at) })}</span>{meeting.mayOpen && <PageLink to={`/meetings/${meeting.id}`}>{t('waits.openMeeting')}</PageLink>}</span>
      </span>
    </div>
  );
}
