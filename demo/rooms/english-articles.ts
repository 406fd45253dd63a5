import type { ArticleText } from './article-form.ts';

type Kind = Pick<ArticleText, 'category' | 'visibility'>;

const said = (key: string, title: string, kind: Kind, opening: string, steps: readonly string[], closing?: string): ArticleText =>
  ({ key: `${key}-en`, title, ...kind, opening, steps, ...(closing !== undefined && { closing }) });

/** English versions of some of them. */
export const englishArticles: readonly ArticleText[] = [
  said('report', 'How to report a repair', { category: 'howTo', visibility: 'public' }, 'If something is broken at home or in the building, report it by phone or here.', [
    'Open the customer portal and sign in with your mobile number and the code.', 'Choose “Repair” and give the building, the flat and what is broken.', 'Add up to three photos: one of the whole, one from near.', 'You get a number at once; with it you can follow the repair.',
  ], 'For leaks, power cuts or a stuck lift please call, do not wait for an answer online.'),
  said('leak', 'Water is leaking: what to do first', { category: 'fault', visibility: 'public' }, 'Stop the water first, look for the cause later.', [
    'Close the main valve; it is in the meter cupboard left of your door.', 'If water is near a socket, switch off the main breaker.', 'Call the service desk: clean or waste water, all the time or only when used.', 'Take photos for repair and insurance.',
  ]),
  said('lift', 'Stuck in a lift', { category: 'fault', visibility: 'public' }, 'A lift that stops does not fall, and there is enough air. Waiting is the safe way.', [
    'Hold the call button for three seconds and give the number of the building and the lift.', 'No answer: call the number on the sign.', 'Do not force the doors.', 'When they open, look whether the floor is level before you step out.',
  ], 'Somebody is with you within fifteen minutes.'),
  said('complain', 'When a complaint is answered', { category: 'policy', visibility: 'public' }, 'Complaints follow our rules; every step has its time.', [
    'You get a number at once.', 'Ordinary complaints are answered within one working day, serious ones within three.', 'If we need longer we tell you why; seven working days at most.', 'We call back. If you say it is not solved, we begin again.',
  ]),
  said('angry', 'When a customer is upset', { category: 'script', visibility: 'internal' }, 'Feelings first, facts second.', [
    'Let the customer finish.', 'Repeat the facts and ask whether you have them right.', 'Promise only what you can decide, with a time.', 'Give the number again before you hang up.',
  ]),
  said('repairman', 'Rules of a visit at home', { category: 'howTo', visibility: 'internal' }, 'A few steps before and after the door make a good visit.', [
    'Call fifteen minutes ahead.', 'Knock three times, step back, say your name.', 'Wear shoe covers and lay the mat.', 'Show that it works; take the rubbish with you.', 'Let the customer sign on the phone.',
  ]),
];
