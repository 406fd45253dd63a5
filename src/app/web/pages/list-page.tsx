import { RecordList } from '#kit/list/record-list.tsx';
import { useRouteObject } from '../route-object.ts';
import { PageMissing } from '../routes/page-missing.tsx';

export default function ListPage() {
  const object = useRouteObject();
  return object ? <RecordList key={object.key} object={object} /> : <PageMissing />;
}
