import { useState } from 'react';
import { useFormat } from '#kit/texts/use-format.ts';
import { AdminCard } from '#modules/identity/web/identity.public.tsx';
import { plainText } from '../rules/article-words.ts';
import { compareWords } from '../rules/compare-words.ts';
import { type ArticleVersion, useKnowledgeTexts, useVersions } from './use-knowledge.ts';

function Difference({ before, after }: { readonly before: ArticleVersion | undefined; readonly after: ArticleVersion }) {
  const t = useKnowledgeTexts();
  const words = (version: ArticleVersion | undefined) => (version === undefined ? '' : `${version.title}\n${plainText(version.body)}`);
  const changes = compareWords(words(before), words(after)).map((change, at) => ({ ...change, id: `${at} ${change.kind}` }));
  if (changes.every(({ kind }) => kind === 'same')) return <p className="small muted">{t('article.same')}</p>;
  return (
    <p className="knowledge-changes">
      {changes.map(({ id, kind, text }) => {
        if (kind === 'added') return <ins key={id} title={t('article.added')}>{text}</ins>;
        return kind === 'removed' ? <del key={id} title={t('article.removed')}>{text}</del> : <span key={id}>{text}</span>;
      })}
    </p>
  );
}

/** Who saved which version when, and what changed against the one before. */
export function ArticleVersions({ id }: { readonly id: string }) {
  const t = useKnowledgeTexts();
  const { moment } = useFormat();
  const found = useVersions(id, true);
  const [open, setOpen] = useState<number>();
  const versions = found.data?.data ?? [];
  return (
    <AdminCard title={t('article.versions')} note={versions.length} isFlush>
      <ol className="admin-lines">
        {versions.map((version, at) => (
          <li key={version.number}>
            <div className="grow">
              <button type="button" className="link-button knowledge-version" aria-expanded={open === version.number} onClick={() => setOpen(open === version.number ? undefined : version.number)}>{t('article.version', { number: version.number })}</button>
              <span className="small muted">{version.by} · {moment(version.at)}{version.note !== '' && ` · ${version.note}`}</span>
              {open === version.number && <Difference before={versions[at + 1]} after={version} />}
            </div>
          </li>
        ))}
      </ol>
    </AdminCard>
  );
}
