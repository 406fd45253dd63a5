export const questionKinds = ['single', 'multiple', 'boolean', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface ExamQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  /** Single and multiple; true or false has the keys `yes` and `no` of itself. */
  readonly options: readonly { readonly key: string; readonly text: string }[];
  /** Keys of right options; a text is marked by the trainer. */
  readonly correct: readonly string[];
  readonly points: number;
  /** What a right answer says: for the trainer, and for the examinee after the end. */
  readonly guide: string;
}

/** Keys of the chosen options, or one text. Nothing chosen: an empty list. */
export type ExamAnswer = readonly string[];

/** What somebody else said of an answer's points, where a person marked it. */
export interface MarkedAnswer {
  readonly value: ExamAnswer;
  readonly points: number | null;
}

export interface ExamScore {
  readonly points: number;
  readonly most: number;
  /** Per cent, one decimal. */
  readonly percent: number;
  readonly isPassed: boolean;
  /** Texts that still wait for the trainer. */
  readonly open: readonly string[];
}

export const isBlank = (answer: ExamAnswer | undefined): boolean => answer === undefined || answer.every((each) => each.trim() === '');

/** Points of one answer; null: a person has to look. A multiple choice counts when it is all right. A blank text is worth nothing without anybody's look. */
export function pointsFor(question: ExamQuestion, answer: ExamAnswer | undefined): number | null {
  if (isBlank(answer) || answer === undefined) return 0;
  if (question.kind === 'text') return null;
  const given = new Set(answer);
  return given.size === question.correct.length && question.correct.every((key) => given.has(key)) ? question.points : 0;
}

/** The result of a paper (SE-40). `passMark` per cent; the mark is met before rounding. */
export function scoreOf(questions: readonly ExamQuestion[], answers: ReadonlyMap<string, MarkedAnswer>, passMark: number): ExamScore {
  const each = questions.map((question) => {
    const given = answers.get(question.key);
    return { key: question.key, points: question.kind === 'text' && given?.points != null ? Math.min(question.points, Math.max(0, given.points)) : pointsFor(question, given?.value) };
  });
  const most = questions.reduce((sum, { points }) => sum + points, 0);
  const points = each.reduce((sum, line) => sum + (line.points ?? 0), 0);
  const share = most === 0 ? 0 : (points / most) * 100;
  return { points, most, percent: Math.round(share * 10) / 10, isPassed: most > 0 && points * 100 >= passMark * most, open: each.filter((line) => line.points === null).map(({ key }) => key) };
}

export interface QuestionFault {
  readonly path: string;
  readonly code: 'required' | 'invalid';
}

/** What is wrong with the questions of an exam: each has a right answer that can be chosen. */
export function faultsOf(questions: readonly ExamQuestion[]): readonly QuestionFault[] {
  const doubled = questions.some(({ key }, at) => questions.findIndex((other) => other.key === key) !== at);
  return [
    ...(doubled ? [{ path: 'questions', code: 'invalid' } as const] : []),
    ...questions.flatMap((question, at): QuestionFault[] => {
      const keys = question.kind === 'boolean' ? ['yes', 'no'] : question.options.map(({ key }) => key);
      const path = `questions.${at}`;
      if (question.kind === 'text') return [];
      if (question.kind !== 'boolean' && (keys.length < 2 || new Set(keys).size < keys.length)) return [{ path: `${path}.options`, code: 'invalid' }];
      if (question.correct.length === 0) return [{ path: `${path}.correct`, code: 'required' }];
      const isWrong = question.correct.some((key) => !keys.includes(key)) || (question.kind !== 'multiple' && question.correct.length > 1);
      return isWrong ? [{ path: `${path}.correct`, code: 'invalid' }] : [];
    }),
  ];
}
