import type { FieldMeta } from '#meta/view-model.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { TileMap } from '../charts/tile-map.tsx';
import { FieldChoice } from '../list/field-choice.tsx';
import { placeField, placeFields } from '../list/list-modes.ts';
import type { ListBodyProps } from '../list/list-table.tsx';
import { RecordCards } from '../list/record-cards.tsx';
import { summaryQuery } from '../records/use-records.ts';
import { usePick } from '../texts/locale-provider.tsx';
import { formatNumber } from '../texts/numbers.ts';
import { useKitTexts } from '../texts/use-texts.ts';
import { placeOf, withoutPlace, withPlace } from './place-filter.ts';
import './map.css';

function PlaceMap(props: ListBodyProps & { field: FieldMeta }) {
  const t = useKitTexts();
  const pick = usePick();
  const { object, state, field } = props;
  const { filter } = state.settings;
  // Counted without the chosen province, so that the others keep their numbers.
  const around = useMemo(() => ({ filter: withoutPlace(filter, field.key), q: state.q }), [filter, field.key, state.q]);
  const rows = useQuery(summaryQuery(object, field.key, ['count'], around)).data ?? [];
  const values = Object.fromEntries(rows.flatMap((row) => (row.key === null ? [] : [[String(row.key), row.count]])));
  const blank = rows.find((row) => row.key === null)?.count ?? 0;
  const chosen = placeOf(filter, field.key);
  const choose = (code: string) => state.change({ filter: withPlace(filter, field.key, code === chosen ? undefined : code) });
  return (
    <div className="map-list">
      <section className="map-side card card-body" aria-label={t('chart.map')}>
        <FieldChoice label={t('map.by')} fields={placeFields(object)} field={field} onChange={(key) => state.change({ placeField: key })} />
        <TileMap values={values} label={`${t('chart.map')}${t('app.colon')}${pick(object.label.many)}`} onPick={choose} {...(chosen ? { selected: chosen } : {})} />
        <p className="row wrap small">
          {blank > 0 && <button type="button" className="link-button" aria-pressed={chosen === ''} onClick={() => choose('')}>{t('map.blank', { count: formatNumber(blank) })}</button>}
          {chosen !== undefined && <button type="button" className="link-button" onClick={() => choose(chosen)}>{t('map.all')}</button>}
        </p>
      </section>
      <RecordCards {...props} />
    </div>
  );
}

/** Any list with a map of the provinces of its addresses; a province narrows the list beside it (UX-3). */
export default function MapView(props: ListBodyProps) {
  const field = placeField(props.object, props.state.settings);
  return field ? <PlaceMap {...props} field={field} /> : null;
}
