import type { FieldMeta, ObjectMeta } from '#meta/view-model.ts';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { writeAsking } from '../../form/ask-more.tsx';
import { useUndo } from '../../overlay/use-undo.ts';
import type { RecordData, RecordPage } from '../../records/record-types.ts';
import { useSave, type Values } from '../../records/use-save.ts';
import { usePick } from '../../texts/locale-provider.tsx';
import { useFormat } from '../../texts/use-format.ts';
import { useKitTexts } from '../../texts/use-texts.ts';

const isPages = (data: unknown): data is InfiniteData<RecordPage> =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);

const isPage = (data: unknown): data is RecordPage => typeof data === 'object' && data !== null && 'data' in data && 'page' in data;

/** Puts a changed record into every cached list of its object, so that the row shows it at once and does not jump. */
function withRecord(data: unknown, changed: RecordData): unknown {
  const fit = (page: RecordPage): RecordPage => ({ ...page, data: page.data.map((r) => (r.id === changed.id ? { ...r, ...changed } : r)) });
  if (isPages(data)) return { ...data, pages: data.pages.map(fit) };
  return isPage(data) ? fit(data) : data;
}

/** `save(record, field, value)`: writes one field, shows it everywhere, offers undo. Throws ApiProblem. */
export function useCellSave(object: ObjectMeta) {
  const client = useQueryClient();
  const { patch } = useSave(object);
  const undoable = useUndo();
  const t = useKitTexts();
  const pick = usePick();
  const { fullMoment } = useFormat();
  return useCallback(
    async (record: RecordData, field: FieldMeta, value: unknown) => {
      const write = async (version: number | undefined, next: unknown, values: Values = { [field.key]: next }) => {
        const saved = await patch(record.id, version, values);
        const shown = { ...record, version: saved.version, [field.key]: next ?? null };
        client.setQueriesData({ queryKey: ['records', object.key] }, (data: unknown) => withRecord(data, shown));
        return saved.version;
      };
      const version = await writeAsking(object, record, { [field.key]: value }, (values) => write(record.version, value, values));
      if (version === false) return;
      const before = record[field.key];
      const name = pick(field.label);
      const isPlain = typeof value === 'string' && field.choices === undefined;
      const text = value === null || value === undefined ? t('list.cleared', { field: name }) : isPlain ? t('list.saved', { field: name, value: field.type === 'dateTime' ? fullMoment(value) : value }) : t('form.saved');
      undoable(text, () => write(version, before));
    },
    [client, object, patch, undoable, t, pick, fullMoment],
  );
}
