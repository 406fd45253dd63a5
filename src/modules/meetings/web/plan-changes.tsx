import { isJsonObject } from '#kernel/json.ts';
import type { ChangeView } from '#kit/module/web-module.ts';
import { preparationKeys, topics } from '../rules/meeting-steps.ts';
import { useItemWords, useMeetingsTexts } from './use-meetings.ts';

interface Line {
  readonly key: string;
  readonly words: string;
}

/** What of two lists is gone, new, or has the same key and other words. */
function Lines({ from, to }: { readonly from: readonly Line[]; readonly to: readonly Line[] }) {
  const before = new Map(from.map(({ key, words }) => [key, words]));
  const after = new Map(to.map(({ key, words }) => [key, words]));
  const gone = from.filter(({ key, words }) => after.get(key) !== words);
  const fresh = to.filter(({ key, words }) => before.get(key) !== words);
  return (
    <ul className="meeting-changes">
      {gone.map(({ key, words }) => <li key={`- ${key}`}><del>{words}</del></li>)}
      {fresh.map(({ key, words }) => <li key={`+ ${key}`}><ins>{words}</ins></li>)}
    </ul>
  );
}

const rowsOf = (value: unknown) => (Array.isArray(value) ? value.filter(isJsonObject) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The agenda's topics and minutes, in words. */
export const AgendaChange: ChangeView['view'] = ({ from, to }) => {
  const itemWords = useItemWords();
  const lines = (value: unknown): Line[] => rowsOf(value).map(({ key, topic, title, minutes }) => {
    const words = itemWords({ topic: topics.find((each) => each === topic) ?? 'other', title: textOf(title) });
    return { key: textOf(key), words: textOf(minutes) === '' ? words : `${words}：${textOf(minutes)}` };
  });
  return <Lines from={lines(from)} to={lines(to)} />;
};

/** What of the preparation was done or added, in words. */
export const PreparationChange: ChangeView['view'] = ({ from, to }) => {
  const t = useMeetingsTexts();
  const lines = (value: unknown): Line[] => rowsOf(value).map(({ key, words, isDone }) => {
    const known = preparationKeys.find((each) => each === key);
    const said = textOf(words) === '' && known !== undefined ? t(`preparation.${known}`) : textOf(words);
    return { key: textOf(key), words: isDone === true ? `${said} ✓` : said };
  });
  return <Lines from={lines(from)} to={lines(to)} />;
};
