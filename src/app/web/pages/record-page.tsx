import { RecordView } from '#kit/record/record-view.tsx';
import { useParams } from '@tanstack/react-router';
import { useRouteObject } from '../route-object.ts';
import { PageMissing } from '../routes/page-missing.tsx';

export default function RecordPage() {
  const object = useRouteObject();
  const { id }: { id?: string } = useParams({ strict: false });
  return object && id ? <RecordView object={object} id={id} /> : <PageMissing />;
}
